package org.openstall.sellerdesk;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Pictures;
import org.openstall.pages.Language;
import org.openstall.pages.Texts;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes the picture that a form brings. It is kept at once, so a form that comes back with mistakes has it still. */
@Component
class PictureUpload {
    private final Pictures pictures;
    private final Texts texts;

    PictureUpload(Pictures pictures, Texts texts) {
        this.pictures = pictures;
        this.texts = texts;
    }

    /** The address of a picture, or why there is none; one of them is empty. */
    record Taken(String address, String error) {}

    /** Whether the picture that a form names can be named: it may have been forgotten since the form was opened. */
    boolean isThere(@Nullable String address) {
        return pictures.hold(address);
    }

    /** Empty if the form brings no picture. */
    Optional<Taken> take(@Nullable MultipartFile file, Language language) throws IOException {
        if (file == null || file.isEmpty()) {
            return Optional.empty();
        }
        Pictures.Result result = file.getSize() > Pictures.MOST_BYTES
                ? new Pictures.Result.Refused(Pictures.Reason.TOO_MANY_BYTES, 0, 0)
                : pictures.keep(file.getBytes());
        return Optional.of(
                switch (result) {
                    case Pictures.Result.Kept kept -> new Taken(kept.address(), "");
                    case Pictures.Result.Refused refused ->
                        new Taken("", texts.text(language, refused.reason().key(), refused.width(), refused.height()));
                });
    }
}
