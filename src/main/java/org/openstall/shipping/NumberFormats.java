package org.openstall.shipping;

import static org.openstall.shipping.Carrier.*;
import static org.openstall.shipping.CheckDigit.LUHN;
import static org.openstall.shipping.CheckDigit.MOD_37_36;
import static org.openstall.shipping.CheckDigit.MOD_7;
import static org.openstall.shipping.CheckDigit.NONE;
import static org.openstall.shipping.CheckDigit.mod10;
import static org.openstall.shipping.CheckDigit.mod11;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The forms of all carriers, the most telling first: those with letters of their own, then those with a check digit,
 * then plain digits. Facts of the carriers of North America and Europe come from their specifications as collected by
 * the tracking_number_data project (github.com/jkeen/tracking_number_data). Those of Asia:
 *
 * <ul>
 *   <li>Yamato Transport, Sagawa Express and Japan Post's Yu-Pack print twelve digits, of which the last is the
 *       remainder of the others by seven ("7DR check": nanoappli.com/blog/archives/369, gyomu.org/faq/view/7dr). Their
 *       numbers cannot be told apart, so all three are candidates. Japan Post's registered mail has eleven digits.
 *   <li>CJ Logistics takes ten or twelve digits at its tracking page, without a check digit that it has published.
 *   <li>Korea Post and China Post take thirteen digits for domestic parcels; abroad both use the Universal Postal
 *       Union's S10, which has a check digit (upu.int, standard S10-12).
 *   <li>SF Express prints SF and thirteen digits, on older labels SF and twelve, or twelve digits alone.
 *   <li>4PX prints 4PX, eleven to fifteen digits and mostly CN (track.4px.com).
 * </ul>
 */
final class NumberFormats {
    private static final CheckDigit FEDEX_EXPRESS = mod11(3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1);
    private static final CheckDigit FEDEX_LONG = mod11(1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1);
    private static final String USPS_ROUTING = "(?:420\\d{5}(?:\\d{4})?)?";

    static final List<NumberFormat> ALL = List.of(
            of(UPS, "UPS", "1Z5R89390357567127", 18, 18, "1Z(?<serial>[A-Z0-9]{15})(?<check>\\d)", mod10(1, 2)),
            of(UPS, "UPS Waybill", "K1506235620", 11, 11, "[AHJKTV](?<serial>\\d{9})(?<check>\\d)", mod10(1, 2)),
            of(AMAZON, "Amazon Logistics", "TBA010000000000", 15, 15, "TB[ACM]\\d{12}", NONE),
            of(AMAZON, "Amazon International", "C1004444443", 11, 11, "[AFC]\\d{10}", NONE),
            of(GOFO, "GOFO Express", "GFUS01011884214464", 18, 18, "GFUS\\d{14}", NONE),
            of(LANDMARK, "Landmark Global", "LTN74207623N1", 13, 13, "LTN\\d{8}N1", NONE),
            of(LASERSHIP, "LaserShip", "LX17635036", 10, 10, "L[AIEHNX][1-3]\\d{7}", NONE),
            of(LASERSHIP, "LaserShip", "1LS717793482164", 15, 15, "1LS7[12]\\d{10}", NONE),
            of(LASERSHIP, "LaserShip", "1LS7119013618127-1", 17, 17, "1LS7[12]\\d{2}01[1-4]\\d{6}1", NONE),
            of(LASERSHIP, "LaserShip", "1LSCXVE005BUEFX", 15, 15, "1LSCX[0-9A-Z]{10}", NONE),
            of(
                    ONTRAC,
                    "OnTrac",
                    "C11031500001879",
                    15,
                    15,
                    "C(?<serial>\\d{13})(?<check>\\d)",
                    mod10(1, 2).after("4")),
            of(
                    ONTRAC,
                    "OnTrac",
                    "D10011354453707",
                    15,
                    15,
                    "D(?<serial>\\d{13})(?<check>\\d)",
                    mod10(1, 2).after("5")),
            of(SPEE_DEE, "Spee-Dee", "SP029692510000920746", 20, 20, "SP\\d{18}", NONE),
            of(CANPAR, "Canpar", "D576002440000001718010", 22, 22, "[CDKLSUXZ]\\d{21}", NONE),
            of(YUNEXPRESS, "YunExpress", "YT2229521272164446", 18, 18, "YT\\d{16}", NONE),
            of(FOUR_PX, "4PX", "4PX3000123456789CN", 16, 20, "4PX\\d{11,15}(?:CN)?", NONE),
            of(SF_EXPRESS, "SF Express", "SF1234567890123", 14, 15, "SF\\d{12,13}", NONE),
            of(YODEL, "Yodel", "JJD0002257639032011", 18, 19, "JJ?D\\d{16}", NONE),
            of(DHL, "DHL Express piece", "JJD0099999999", 12, 14, "J[A-Z]{2,3}\\d{9,10}", NONE),
            of(
                    DHL,
                    "DHL eCommerce",
                    "GM2951173225174494",
                    12,
                    41,
                    "(?:GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)(?=[A-Z]*\\d)[0-9A-Z]{10,39}",
                    NONE),
            of(PUROLATOR, "Purolator", "KYV009956937", 12, 12, "[A-Z]{3}\\d{9}", NONE),
            of(
                    POST,
                    "S10",
                    "RB123456785GB",
                    13,
                    13,
                    "[A-Z]{2}(?<serial>\\d{8})(?<check>\\d)(?<country>[A-Z]{2})",
                    CheckDigit.S10),
            of(
                    USPS,
                    "USPS IMpb",
                    "9400111206206406260787",
                    22,
                    38,
                    USPS_ROUTING
                            + "(?<number>(?<serial>94\\d{3}(?:9\\d{8}(?:\\d{15}|\\d{11}|\\d{7})|[0-8]\\d{5}(?:\\d{14}|\\d{10})))(?<check>\\d))",
                    mod10(3, 1)),
            of(
                    USPS,
                    "USPS IMpb",
                    "92748931507708513018050063",
                    22,
                    38,
                    USPS_ROUTING
                            + "(?<number>(?<serial>(?:92(?=\\d{3}9)|93(?=\\d{3}[0-8])|95)\\d{3}(?:9\\d{8}(?:\\d{11}|\\d{7})|[0-8]\\d{5}(?:\\d{14}|\\d{10})))(?<check>\\d))",
                    mod10(3, 1)),
            of(USPS, "USPS", "03071790000523483741", 20, 20, "(?<serial>\\d{19})(?<check>\\d)", mod10(3, 1)),
            of(
                    USPS,
                    "USPS",
                    "9101123456789000000013",
                    20,
                    34,
                    USPS_ROUTING + "(?<number>(?<serial>(?:91)?\\d{19})(?<check>\\d))",
                    mod10(3, 1).after("91")),
            of(
                    FEDEX,
                    "FedEx Ground 96",
                    "9611020987654312345672",
                    22,
                    22,
                    "96\\d{5}(?<serial>\\d{14})(?<check>\\d)",
                    mod10(1, 3)),
            of(
                    FEDEX,
                    "FedEx Ground",
                    "9622001900000000000000776632517510",
                    34,
                    34,
                    "96\\d{18}(?<serial>\\d{13})(?<check>\\d)",
                    FEDEX_LONG),
            of(
                    FEDEX,
                    "FedEx Express",
                    "1001921334250001000300779017972697",
                    34,
                    34,
                    "[0-8]\\d{19}(?<serial>\\d{13})(?<check>\\d)",
                    FEDEX_LONG),
            of(
                    FEDEX,
                    "FedEx Express",
                    "32971514560102447849175802862014",
                    32,
                    32,
                    "3\\d{15}(?<serial>\\d{11})(?<check>\\d)\\d{4}",
                    FEDEX_EXPRESS),
            of(FEDEX, "FedEx Express", "986578788855", 12, 12, "(?<serial>\\d{11})(?<check>\\d)", FEDEX_EXPRESS),
            of(FEDEX, "FedEx Ground", "041441760228964", 15, 15, "(?<serial>\\d{14})(?<check>\\d)", mod10(1, 3)),
            of(
                    FEDEX,
                    "FedEx Ground",
                    "000123450000000027",
                    18,
                    18,
                    "\\d{2}(?<serial>\\d{15})(?<check>\\d)",
                    mod10(3, 1)),
            of(DPD, "DPD", "008182709980000020033350276C", 28, 28, "(?<serial>\\d{27})(?<check>[0-9A-Z])", MOD_37_36),
            of(DPD, "DPD", "09980000020033F", 15, 15, "(?<serial>\\d{14})(?<check>[0-9A-Z])", MOD_37_36),
            of(CANADA_POST, "Canada Post", "0073938000549297", 16, 16, "(?<serial>\\d{15})(?<check>\\d)", mod10(3, 1)),
            of(PUROLATOR, "Purolator", "320595463938", 12, 12, "(?<serial>[0-5]\\d{10})(?<check>\\d)", LUHN),
            of(
                    OLD_DOMINION,
                    "Old Dominion",
                    "07209562763",
                    11,
                    11,
                    "(?<serial>(?:77[78]|072|780|80\\d)\\d{7})(?<check>\\d)",
                    LUHN),
            of(YAMATO, "Yamato", "123456789013", 12, 12, "(?<serial>\\d{11})(?<check>\\d)", MOD_7),
            of(SAGAWA, "Sagawa", "123456789013", 12, 12, "(?<serial>\\d{11})(?<check>\\d)", MOD_7),
            of(JAPAN_POST, "Yu-Pack", "123456789013", 11, 12, "(?<serial>\\d{10,11})(?<check>\\d)", MOD_7),
            of(DHL, "DHL Express", "3318810025", 10, 11, "(?<serial>\\d{9,10})(?<check>\\d)", MOD_7),
            of(DHL, "DHL eCommerce", "60120172242323", 14, 14, "\\d{14}", NONE),
            of(CJ_LOGISTICS, "CJ Logistics", "123456789012", 10, 12, "\\d{10}|\\d{12}", NONE),
            of(KOREA_POST, "Korea Post", "1234567890123", 13, 13, "\\d{13}", NONE),
            of(CHINA_POST, "China Post", "1234567890123", 13, 13, "\\d{13}", NONE),
            of(SF_EXPRESS, "SF Express", "123456789012", 12, 12, "\\d{12}", NONE));

    private NumberFormats() {}

    private static NumberFormat of(
            Carrier carrier, String service, String example, int shortest, int longest, String form, CheckDigit check) {
        return new NumberFormat(carrier, service, example, shortest, longest, Pattern.compile(form), check);
    }
}
