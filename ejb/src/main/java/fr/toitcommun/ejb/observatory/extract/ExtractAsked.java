package fr.toitcommun.ejb.observatory.extract;

/** An extract was asked for: once that is certain, somebody may begin with it. */
record ExtractAsked(long id) {}
