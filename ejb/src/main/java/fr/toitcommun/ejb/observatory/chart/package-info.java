/**
 * Charts, drawn once as SVG for the screen, the PDF and the text document. JFreeChart lays out,
 * Batik writes; colours, patterns, fonts and words are ours.
 */
package fr.toitcommun.ejb.observatory.chart;
