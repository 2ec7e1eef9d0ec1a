package org.openstall.catalog;

import java.util.UUID;
import org.openstall.kernel.SellerId;

/** Names one seller's proposal of a page. */
public record ProposalKey(SellerId seller, UUID id) {}
