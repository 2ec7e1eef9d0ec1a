package org.openstall.shipping;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Those who carry packages. The names are the constants' own codes; pages show {@link #title}. */
public enum Carrier {
    UPS("UPS", "https://www.ups.com/track?tracknum=%s"),
    USPS("USPS", "https://tools.usps.com/go/TrackConfirmAction?tLabels=%s"),
    FEDEX("FedEx", "https://www.fedex.com/fedextrack/?trknbr=%s"),
    DHL("DHL", "https://www.dhl.com/en/express/tracking.html?AWB=%s"),
    AMAZON("Amazon Logistics", null),
    ONTRAC("OnTrac", "https://www.ontrac.com/tracking/?number=%s"),
    LASERSHIP("LaserShip", null),
    GOFO("GOFO Express", "https://www.gofoexpress.com/tracking.html?searchID=%s"),
    LANDMARK("Landmark Global", "https://track.landmarkglobal.com/?search=%s"),
    OLD_DOMINION(
            "Old Dominion Freight Line",
            "https://www.odfl.com/us/en/tools/trace-track-ltl-freight/trace.html?proNumbers=%s"),
    SPEE_DEE("Spee-Dee Delivery", "https://www.speedeedelivery.com/track/?tracking=%s"),
    CANADA_POST("Canada Post", "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor=%s"),
    CANPAR("Canpar", "https://www.canpar.com/en/track/tracking.jsp?reference=%s&locale=en"),
    PUROLATOR("Purolator", "https://www.purolator.com/en/shipping/tracker?searchValue=%s"),
    ROYAL_MAIL("Royal Mail", "https://www.royalmail.com/track-your-item#/tracking-results/%s"),
    YODEL("Yodel", "https://www.yodel.co.uk/tracking/%s"),
    DPD("DPD", "https://www.dpdgroup.com/nl/mydpd/my-parcels/track?lang=en&parcelNumber=%s"),
    CORREIOS("Correios", "https://rastreamento.correios.com.br/app/index.php?objetos=%s"),
    CJ_LOGISTICS("CJ Logistics", "https://trace.cjlogistics.com/next/tracking.html?wblNo=%s"),
    KOREA_POST("Korea Post", "https://service.epost.go.kr/trace.RetrieveDomRigiTraceList.comm?sid1=%s"),
    YAMATO("Yamato Transport", "https://jizen.kuronekoyamato.co.jp/jizen/servlet/crjz.b.NQ0010?id=%s"),
    SAGAWA("Sagawa Express", "https://k2k.sagawa-exp.co.jp/p/web/okurijosearch.do?okurijoNo=%s"),
    JAPAN_POST("Japan Post", "https://trackings.post.japanpost.jp/services/srv/search/direct?reqCodeNo1=%s&locale=en"),
    SF_EXPRESS("SF Express", "https://www.sf-express.com/chn/en/waybill/waybill-detail/%s"),
    CHINA_POST("China Post", "https://www.17track.net/en/track?nums=%s"),
    YUNEXPRESS("YunExpress", "https://www.yuntrack.com/parcelTracking?id=%s"),
    FOUR_PX("4PX", "https://track.4px.com/#/result/0/%s"),
    /** Any other postal service of the world, for numbers of the Universal Postal Union's standard S10. */
    POST("International post", "https://www.17track.net/en/track?nums=%s"),
    /** A carrier not known here; its numbers are taken as they are. */
    OTHER("Other carrier", null);

    private static final Map<String, Carrier> BY_NAME = new HashMap<>();

    static {
        for (Carrier carrier : values()) {
            BY_NAME.put(plain(carrier.name()), carrier);
            BY_NAME.put(plain(carrier.title), carrier);
        }
        Map.ofEntries(
                        Map.entry("Other", OTHER),
                        Map.entry("Federal Express", FEDEX),
                        Map.entry("FedEx Ground", FEDEX),
                        Map.entry("FedEx SmartPost", FEDEX),
                        Map.entry("UPS Mail Innovations", UPS),
                        Map.entry("United Parcel Service", UPS),
                        Map.entry("US Postal Service", USPS),
                        Map.entry("DHL Express", DHL),
                        Map.entry("DHL eCommerce", DHL),
                        Map.entry("DHL Global Mail", DHL),
                        Map.entry("AMZN_US", AMAZON),
                        Map.entry("Amazon Shipping", AMAZON),
                        Map.entry("Landmark", LANDMARK),
                        Map.entry("Old Dominion", OLD_DOMINION),
                        Map.entry("Canada Post Corporation", CANADA_POST),
                        Map.entry("Yamato", YAMATO),
                        Map.entry("ヤマト運輸", YAMATO),
                        Map.entry("Sagawa", SAGAWA),
                        Map.entry("佐川急便", SAGAWA),
                        Map.entry("日本郵便", JAPAN_POST),
                        Map.entry("CJ Korea Express", CJ_LOGISTICS),
                        Map.entry("CJ대한통운", CJ_LOGISTICS),
                        Map.entry("우체국택배", KOREA_POST),
                        Map.entry("SF", SF_EXPRESS),
                        Map.entry("顺丰速运", SF_EXPRESS),
                        Map.entry("順豐速運", SF_EXPRESS),
                        Map.entry("中国邮政", CHINA_POST),
                        Map.entry("China EMS", CHINA_POST),
                        Map.entry("Yun Express", YUNEXPRESS))
                .forEach((name, carrier) -> BY_NAME.put(plain(name), carrier));
    }

    private final String title;
    private final @Nullable String link;

    Carrier(String title, @Nullable String link) {
        this.title = title;
        this.link = link;
    }

    /**
     * The carrier that files and programs call so: by its constant or title, or by one of the names that carriers go by
     * in other marketplaces' files. Case, blanks and punctuation do not matter.
     */
    public static Optional<Carrier> named(String text) {
        return Optional.ofNullable(BY_NAME.get(plain(text)));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    public String title() {
        return title;
    }

    /** The carrier's own page about a package, where it has one. */
    public Optional<URI> trackingPage(String number) {
        return Optional.ofNullable(link)
                .map(it -> URI.create(it.formatted(URLEncoder.encode(number, StandardCharsets.UTF_8))));
    }

    /** The postal service that gives out the S10 numbers of a country. */
    static Carrier ofCountry(String country) {
        return switch (country) {
            case "US" -> USPS;
            case "CA" -> CANADA_POST;
            case "GB" -> ROYAL_MAIL;
            case "BR" -> CORREIOS;
            case "KR" -> KOREA_POST;
            case "JP" -> JAPAN_POST;
            case "CN" -> CHINA_POST;
            default -> POST;
        };
    }
}
