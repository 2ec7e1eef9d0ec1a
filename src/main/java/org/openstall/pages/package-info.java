/**
 * The frame that every page stands in: layouts, texts in three languages, formats, sign-in, errors. A controller
 * returns a typed record and the template of the same name shows it; surfaces bring records, templates, texts and
 * navigation, never HTML of their own making. Promises that one look at a page costs no query beyond the session's.
 *
 * <h2>How to make a page</h2>
 *
 * <pre>{@code
 * // org/openstall/storefront/ProductPage.java: public, because templates live in a package of their own
 * public record ProductPage(Product product, List<Offer> offers) implements View {}
 *
 * // org/openstall/storefront/ProductController.java
 * @GetMapping("/products/{id}")
 * View product(@PathVariable ProductId id, Visitor visitor) {
 *     return new ProductPage(catalog.get(id), listings.offers(id, visitor.marketplace().id()));
 * }
 *
 * @PostMapping("/cart/items")
 * View add(@ModelAttribute AddItem form, BuyerId buyer) {
 *     carts.add(buyer, form.product(), form.quantity());
 *     return Redirect.to("/cart").saying("shop.cart.added");
 * }
 *
 * // src/main/jte/storefront/ProductPage.jte: the record's module and name
 * @param org.openstall.pages.Frame frame
 * @param org.openstall.storefront.ProductPage page
 * @template.layout.shop(frame = frame, title = page.product().title(), content = @`
 *     <h1>${page.product().title()}</h1> ${frame.t("shop.product.by", page.product().brand())}
 * `)
 * }</pre>
 *
 * <ul>
 *   <li>Arguments without annotation: {@link org.openstall.pages.Visitor} (who asks, language, marketplace),
 *       {@link org.openstall.identity.SignedIn}, {@link org.openstall.kernel.SellerId} (whose desk it is),
 *       {@link org.openstall.kernel.BuyerId} (owner of the cart; made when there is none, so only ask for it when
 *       something is written, otherwise {@code visitor.buyer()}).
 *   <li>htmx: {@code return visitor.wantsFragment() ? new OrderRows(..) : new OrdersPage(..)}; a fragment is a
 *       view whose template has no layout, and the page's template includes it by
 *       {@code @template.sellerdesk.OrderRows(frame = frame, page = page.rows())}.
 *   <li>A refused form: return the page again with {@code status()} 422. A post that worked: {@link
 *       org.openstall.pages.Redirect}. What is not the asker's: throw {@code NotYours}; a lost race: {@code LostRace}.
 *   <li>Texts: {@code messages/<surface>.properties} with {@code _ko} and {@code _zh_TW}; {@code {0}} and
 *       {@code {0,choice,0#no orders|1#one order|1<{0} orders}} as in MessageFormat, except that an apostrophe is
 *       just an apostrophe. Pass numbers as numbers, money and times through {@code frame.money} and its like.
 *   <li>Desks: {@code @template.layout.desk(frame = frame, title = .., desk = SellerPages.DESK, content = ..)} with a {@link
 *       org.openstall.pages.Desk} that names the navigation and the help on its pages. A page that can be reached brings
 *       its help along: a step or a point in {@code messages/help.properties}, or a section or topic in the desk.
 *   <li>Every form: {@code @template.parts.csrf(frame = frame)}; at the seller's desk it binds the form to the marketplace
 *       it was shown for, unless {@code anywhere = true}. Icons: {@code ${frame.icon("truck")}} by
 *       Bootstrap Icons name. More parts in {@code src/main/jte/parts}; each says at its head what it shows.
 *   <li>Look: Tabler's classes, and the shared blocks listed at the head of {@code static/openstall.css}. No inline
 *       styles or scripts: the browser refuses them. A form with {@code data-confirm="question"} asks first; a select
 *       with {@code data-submit} sends its form.
 *   <li>Plots: a {@link org.openstall.pages.Chart} shown by {@code @template.parts.chart}, in a layout with
 *       {@code charts = true}.
 *   <li>Links to the page at hand with another query: {@code frame.here("sort", "price")}.
 * </ul>
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "marketplaces", "shipping", "identity"})
package org.openstall.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
