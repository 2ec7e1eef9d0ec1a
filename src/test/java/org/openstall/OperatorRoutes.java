package org.openstall;

import static org.openstall.RouteFixture.NO_ORDER;
import static org.openstall.RoutesFor.below;

import java.util.List;
import java.util.UUID;
import org.openstall.marketplaces.Marketplaces;

/** The routes of the operator's desk. */
final class OperatorRoutes {
    private final RoutesFor operator = new RoutesFor(Route.Who.OPERATOR);
    private final RouteFixture there;

    private OperatorRoutes(RouteFixture there) {
        this.there = there;
    }

    static List<Route> of(RouteFixture there) {
        OperatorRoutes routes = new OperatorRoutes(there);
        routes.desk();
        routes.sellers();
        routes.marketplaces();
        routes.catalogue();
        routes.mail();
        routes.carriers();
        return routes.operator.all();
    }

    private void desk() {
        operator.add("GET /operator");
        operator.add("GET /operator/search");
        operator.add("GET /operator/help");
        operator.add("GET /operator/help/{topic}", "/operator/help/sellers", List.of("/operator/help/gravity"));
        operator.add("GET /operator/imports");
        operator.add("GET /operator/imports", "/operator/imports?format=csv", List.of());
        operator.add("GET /operator/audit");
        operator.add("GET /operator/activity");
    }

    private void sellers() {
        String seller = "/operator/sellers/" + there.omarsOrder.seller();
        String nobody = "/operator/sellers/A0000000000000";
        operator.add("GET /operator/sellers");
        operator.add("GET /operator/sellers/{id}", seller, List.of(nobody, "/operator/sellers/x"));
        operator.add(
                "GET /operator/sellers/{id}/rates/{code}",
                seller + "/rates/cancel",
                List.of(seller + "/rates/gravity", nobody + "/rates/cancel"));
        for (String list : List.of("/orders", "/feedback")) {
            operator.add("GET /operator/sellers/{id}" + list, seller + list, List.of(nobody + list));
        }
        operator.add(
                "POST /operator/sellers/{id}/standing",
                seller + "/standing",
                List.of("/operator/sellers/A0000000000000/standing"),
                "marketplace",
                Marketplaces.US.value(),
                "seen",
                "AT_RISK",
                "to",
                "CLOSED",
                "reason",
                "Fraud");
        operator.add(
                "GET /operator/sellers/{id}/standing-changes",
                seller + "/standing-changes",
                List.of(nobody + "/standing-changes"));
        String offers = seller + "/offers";
        operator.add("GET /operator/sellers/{id}/offers", offers, List.of(nobody + "/offers"));
        String offer = seller + "/offer?sku=NADIAS-KETTLE";
        List<String> noOffers = List.of(seller + "/offer?sku=NOELS-PAN", nobody + "/offer?sku=NADIAS-KETTLE");
        operator.add("GET /operator/sellers/{id}/offer", offer, noOffers);
        operator.add("GET /operator/sellers/{id}/offer", offer + "&format=csv", below(noOffers, "&format=csv"));
        for (String act : List.of("suppression", "release")) {
            operator.add(
                    "POST /operator/sellers/{id}/offer/" + act,
                    seller + "/offer/" + act,
                    List.of(nobody + "/offer/" + act),
                    "marketplace",
                    Marketplaces.US.value(),
                    "sku",
                    "NADIAS-KETTLE",
                    "reason",
                    "A copy");
        }
        operator.add(
                "GET /operator/sellers/{seller}/orders/{id}",
                seller + "/orders/" + there.omarsOrder.id(),
                List.of(seller + "/orders/" + there.olgasOrder.id(), seller + "/orders/" + NO_ORDER));
    }

    private void marketplaces() {
        String place = "/operator/marketplaces/" + Marketplaces.US;
        operator.add("GET /operator/marketplaces");
        operator.add(
                "GET /operator/marketplaces/{id}",
                place,
                List.of("/operator/marketplaces/A000000000XX", "/operator/marketplaces/x"));
        operator.add(
                "GET /operator/marketplaces/{id}/policies/{key}",
                place + "/policies/shipping-fee",
                List.of(place + "/policies/gravity"));
        operator.add(
                "GET /operator/marketplaces/{id}",
                place + "?format=csv",
                List.of("/operator/marketplaces/A000000000XX?format=csv"));
        operator.add(
                "GET /operator/marketplaces/{id}/policies/{key}",
                place + "/policies/shipping-fee?format=csv",
                List.of(place + "/policies/gravity?format=csv"));
        operator.add(
                "POST /operator/marketplaces/{id}/policies/{key}/changes",
                place + "/policies/shipping-fee/changes",
                List.of(place + "/policies/gravity/changes"),
                "expected",
                "0",
                "value",
                "none",
                "reason",
                "None");
        operator.add(
                "GET /operator/marketplaces/{id}/calendar",
                place + "/calendar",
                List.of("/operator/marketplaces/A000000000XX/calendar"));
        operator.add(
                "POST /operator/marketplaces/{id}/calendar/days",
                place + "/calendar/days",
                List.of("/operator/marketplaces/A000000000XX/calendar/days"),
                "mark",
                "CLOSED");
        operator.add(
                "POST /operator/marketplaces/{id}/calendar/days/removal",
                place + "/calendar/days/removal",
                List.of("/operator/marketplaces/A000000000XX/calendar/days/removal"),
                "mark",
                "CLOSED",
                "day",
                "2000-01-01");
    }

    private void catalogue() {
        String product = there.nadiasOffer.product().value();
        String operatorsChange = "/operator/catalogue/changes/" + product + "/";
        List<String> noChanges = List.of(operatorsChange + there.noelsChange.id(), operatorsChange + UUID.randomUUID());
        operator.add("GET /operator/catalogue/changes");
        operator.add(
                "GET /operator/catalogue/changes/{product}/{id}", operatorsChange + there.nadiasChange.id(), noChanges);
        for (String decision : List.of("approval", "rejection")) {
            operator.add(
                    "POST /operator/catalogue/changes/{product}/{id}/" + decision,
                    operatorsChange + there.nadiasChange.id() + "/" + decision,
                    below(noChanges, "/" + decision),
                    "reason",
                    "None");
        }
        String types = "/operator/catalogue/types";
        operator.add("GET /operator/catalogue/types");
        operator.add("GET /operator/catalogue/types", types + "?format=csv", List.of());
        operator.add("GET /operator/catalogue/types/new", types + "/new?code=NEW_TYPE", List.of());
        operator.add("GET /operator/catalogue/types/{code}", types + "/BOOK", List.of(types + "/NONE"));
        for (String act : List.of("preview", "versions")) {
            operator.add(
                    "POST /operator/catalogue/types/{code}/" + act,
                    types + "/BOOK/" + act,
                    List.of(types + "/x/" + act),
                    "seen",
                    "0",
                    "schema",
                    "{}");
        }
        String operators = "/operator/catalogue/proposals/";
        String own = operators + there.nadiasProposal.seller() + "/" + there.nadiasProposal.id();
        List<String> nobodys = List.of(
                operators + there.nadiasProposal.seller() + "/" + there.noelsProposal.id(),
                operators + there.nadiasProposal.seller() + "/" + UUID.randomUUID());
        operator.add("GET /operator/catalogue");
        operator.add("GET /operator/catalogue/proposals/{seller}/{id}", own, nobodys);
        for (String decision : List.of("approval", "merger", "rejection")) {
            operator.add(
                    "POST /operator/catalogue/proposals/{seller}/{id}/" + decision,
                    own + "/" + decision,
                    below(nobodys, "/" + decision),
                    "into",
                    there.nadiasOffer.product().value(),
                    "reason",
                    "None");
        }
    }

    private void mail() {
        operator.add("GET /operator/mail");
        operator.add("POST /operator/mail/attempts");
        String mail = "/operator/mail/" + there.aboutOmarsOrder.seller() + "/" + there.aboutOmarsOrder.id();
        List<String> noMail = List.of("/operator/mail/" + there.aboutOmarsOrder.seller() + "/" + UUID.randomUUID());
        operator.add("GET /operator/mail/{seller}/{id}", mail, noMail);
        for (String part :
                List.of("GET /operator/mail/{seller}/{id}/html", "POST /operator/mail/{seller}/{id}/attempts")) {
            String end = part.substring(part.lastIndexOf('/'));
            operator.add(part, mail + end, below(noMail, end));
        }
    }

    private void carriers() {
        operator.add("GET /operator/carriers");
        operator.add("GET /operator/carriers", "/operator/carriers?format=csv", List.of());
        operator.add("POST /operator/carriers", "name", "");
        operator.add(
                "POST /operator/carriers/{id}/revocation",
                "/operator/carriers/" + there.aggregator + "/revocation",
                List.of("/operator/carriers/" + UUID.randomUUID() + "/revocation", "/operator/carriers/x/revocation"));
    }
}
