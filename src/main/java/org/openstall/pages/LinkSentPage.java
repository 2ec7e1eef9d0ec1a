package org.openstall.pages;

/** That a link for a new password is on its way, if there is an account. */
public record LinkSentPage() implements View {}
