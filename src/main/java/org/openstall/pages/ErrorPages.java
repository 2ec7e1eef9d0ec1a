package org.openstall.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.NotYours;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Turns what went wrong into a page. */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    @ExceptionHandler({NotYours.class, MethodArgumentTypeMismatchException.class})
    View notFound() {
        return ErrorPage.of(404);
    }

    @ExceptionHandler(LostRace.class)
    View changedMeanwhile() {
        return ErrorPage.of(409);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    View tooLarge() {
        return ErrorPage.of(413);
    }

    @RequestMapping("/error")
    View other(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return ErrorPage.of(status instanceof Integer code ? code : 404);
    }
}
