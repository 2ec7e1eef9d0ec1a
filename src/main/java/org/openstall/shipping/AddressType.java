package org.openstall.shipping;

/** Where a carrier has to bring a package: not every service reaches every place. */
public enum AddressType {
    STREET,
    PO_BOX,
    /** A post of the armed forces, wherever it is. */
    MILITARY
}
