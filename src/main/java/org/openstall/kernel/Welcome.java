package org.openstall.kernel;

import java.util.List;

/** Something to tell the person who started the server, once it is ready. Every bean of this type is asked. */
public interface Welcome {
    /**
     * Lines of plain text.
     *
     * @param address where the server answers, such as {@code http://localhost:8080}
     */
    List<String> lines(String address);
}
