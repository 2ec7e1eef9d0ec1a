/**
 * The coach: checks texts that people write before others read them, such as the condition note of an offer. It
 * understands English, Korean, Chinese, Japanese and German by lexicons that a speaker of the language can extend
 * ({@code resources/wording}), and finds contact data and web addresses in any disguise. Promises an answer in time
 * linear in the length of the text, the same for the same text, naming the words found and the rule they break.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package org.openstall.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
