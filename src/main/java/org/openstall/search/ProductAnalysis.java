package org.openstall.search;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.hibernate.search.backend.lucene.analysis.model.dsl.LuceneAnalysisOptionalComponentsStep;

/**
 * How titles become words. Latin words lose case, accents and the English plural, no more: to a shopper a printer is
 * no print. Chinese, Japanese and Korean are cut into overlapping pairs of characters: that needs no dictionary, finds
 * product names no dictionary has, bridges Korean's free spacing, and lets one field serve titles of every language.
 */
final class ProductAnalysis implements LuceneAnalysisConfigurer {
    static final String INDEX = "product";
    static final String QUERY = "productQuery";

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        context.similarity(new BM25Similarity(1.0f, 0.4f));
        words(context, INDEX);
        words(context, QUERY)
                .tokenFilter("synonymGraph")
                .param("synonyms", "search/synonyms.txt")
                .param("expand", "true");
    }

    private static LuceneAnalysisOptionalComponentsStep words(LuceneAnalysisConfigurationContext context, String name) {
        return context.analyzer(name)
                .custom()
                .tokenizer("standard")
                .tokenFilter("cjkWidth")
                .tokenFilter("lowercase")
                .tokenFilter("asciiFolding")
                .tokenFilter("cjkBigram")
                .tokenFilter("englishPossessive")
                .tokenFilter("englishMinimalStem");
    }
}
