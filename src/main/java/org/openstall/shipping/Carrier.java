package org.openstall.shipping;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    private final String title;
    private final @Nullable String link;

    Carrier(String title, @Nullable String link) {
        this.title = title;
        this.link = link;
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
