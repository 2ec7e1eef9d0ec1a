package org.openstall.storefront;

import java.time.Duration;
import java.util.Locale;
import org.openstall.catalog.Pictures;
import org.openstall.kernel.NotYours;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pictures of products. One never changes under its address, so browsers and proxies may keep it for good. */
@Controller
class PictureController {
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Pictures pictures;

    PictureController(Pictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/pictures/{id}")
    ResponseEntity<byte[]> large(@PathVariable String id) {
        return answer(id, Pictures.Size.LARGE);
    }

    @GetMapping("/pictures/{id}/small")
    ResponseEntity<byte[]> small(@PathVariable String id) {
        return answer(id, Pictures.Size.SMALL);
    }

    private ResponseEntity<byte[]> answer(String id, Pictures.Size size) {
        byte[] jpeg = pictures.find(id, size)
                .orElseThrow(() ->
                        new NotYours("No picture " + id + ' ' + size.name().toLowerCase(Locale.ROOT)));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(FOR_GOOD)
                .body(jpeg);
    }
}
