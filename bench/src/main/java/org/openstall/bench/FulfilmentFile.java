package org.openstall.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A file that confirms the shipment of many orders, from the upload until all of them have shipped. */
final class FulfilmentFile {
    private final Market market;
    private final Upload upload;

    FulfilmentFile(Market market, Program program, Map<String, String> cookies) {
        this.market = market;
        this.upload = new Upload(program, cookies);
    }

    /** @throws IllegalStateException if not every order has shipped by it */
    Duration run(int round, int orders) throws IOException, InterruptedException, SQLException {
        market.addWaitingOrders(round, orders);
        String file = rows(round, orders);
        int before = market.shipped();
        upload.open();
        long began = System.nanoTime();
        UUID id = upload.send("ORDER_FULFILMENT", file);
        while (!market.isLive(id)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        Duration live = Duration.ofNanos(System.nanoTime() - began);
        int shipped = market.shipped() - before;
        if (shipped != orders) {
            throw new IllegalStateException("Of " + orders + " orders " + shipped + " have shipped");
        }
        return live;
    }

    private static String rows(int round, int orders) {
        StringBuilder file = new StringBuilder(
                "order-id\torder-item-id\tquantity\tship-date\tcarrier-code\tcarrier-name\ttracking-number\tship-method\n");
        for (int i = 0; i < orders; i++) {
            file.append(Market.order(round, i))
                    .append("\t\t\t\tOther\tBench Parcels\tBENCH")
                    .append(round)
                    .append('X')
                    .append(i)
                    .append("\tGround\n");
        }
        return file.toString();
    }
}
