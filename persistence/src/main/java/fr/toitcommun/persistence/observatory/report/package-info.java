/** Reports of the observatory: their texts in versions, and the collections made of them. */
package fr.toitcommun.persistence.observatory.report;
