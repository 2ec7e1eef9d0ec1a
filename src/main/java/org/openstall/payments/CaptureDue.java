package org.openstall.payments;

import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;

/** An order has shipped, so what is held for it is to be taken. */
public record CaptureDue(SellerId seller, OrderId order, String reference, long amountMinor, String currency) {}
