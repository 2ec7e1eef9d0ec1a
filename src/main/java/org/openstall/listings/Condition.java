package org.openstall.listings;

/** The state of the item, from new to collectible. */
public enum Condition {
    NEW,
    RENEWED,
    USED_LIKE_NEW,
    USED_VERY_GOOD,
    USED_GOOD,
    USED_ACCEPTABLE,
    COLLECTIBLE
}
