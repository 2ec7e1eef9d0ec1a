package org.openstall.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openstall.kernel.SheetText;

/**
 * A product type as the columns of a file, one row a page and what its seller wants to sell there. The first row names
 * the columns; rows whose first cell begins with {@value #COMMENT} explain them and mean nothing.
 */
public record PageTemplate(ProductType type, List<Column> columns) {
    public static final String COMMENT = "#:";

    private static final Words ANY = new Words("", "", "");
    private static final Words YES_OR_NO = Words.same("true, false");

    /**
     * One column.
     *
     * @param allowed the values or limits allowed, in the visitor's language; empty if anything is
     */
    public record Column(String name, boolean required, Words label, Words help, Words allowed, String example) {}

    public PageTemplate {
        columns = List.copyOf(columns);
    }

    /** @param shippingTemplates the names of those that the seller has */
    static PageTemplate of(ProductType type, List<String> shippingTemplates) {
        Stream<Column> attributes = type.attributes().stream()
                .map(it ->
                        new Column(it.name(), it.required(), label(it), it.help(), inAllLanguages(it), it.example()));
        return new PageTemplate(
                type,
                Stream.of(page(type).stream(), attributes, offer(shippingTemplates).stream())
                        .flatMap(it -> it)
                        .toList());
    }

    private static Words label(Attribute attribute) {
        Words unit = attribute.unit();
        return unit == null
                ? attribute.label()
                : new Words(
                        attribute.label().english() + " (" + unit.english() + ")",
                        attribute.label().korean() + " (" + unit.korean() + ")",
                        attribute.label().traditionalChinese() + " (" + unit.traditionalChinese() + ")");
    }

    private static Words inAllLanguages(Attribute attribute) {
        return new Words(
                attribute.allowed(Locale.ENGLISH),
                attribute.allowed(Locale.KOREAN),
                attribute.allowed(Locale.TRADITIONAL_CHINESE));
    }

    private static List<Column> page(ProductType type) {
        return List.of(
                new Column(
                        "sku",
                        true,
                        Words.same("SKU"),
                        new Words("Your own name for the offer.", "판매 상품에 직접 붙이는 이름입니다.", "您為這項商品自訂的名稱。"),
                        Words.same("≤ 40"),
                        "NOVEL-1"),
                new Column(
                        "product_type",
                        true,
                        new Words("Product type", "상품 유형", "商品類型"),
                        new Words("Leave as it is.", "그대로 두세요.", "請勿更改。"),
                        Words.same(type.code()),
                        type.code()),
                new Column(
                        "title",
                        true,
                        new Words("Title", "상품명", "商品名稱"),
                        new Words(
                                "As it stands on the product: brand, product, what tells it from others.",
                                "제품에 적힌 대로 브랜드, 제품명, 구별되는 특징을 적어 주세요.",
                                "依商品標示：品牌、品名、與其他商品不同的特徵。"),
                        Words.same("≤ " + PageProblem.LONGEST_TITLE),
                        ""),
                new Column(
                        "brand",
                        false,
                        new Words("Brand", "브랜드", "品牌"),
                        new Words("As it stands on the product.", "제품에 적힌 대로 적어 주세요.", "依商品標示。"),
                        Words.same("≤ " + PageProblem.LONGEST_BRAND),
                        ""),
                new Column(
                        "product_code",
                        false,
                        new Words("UPC, EAN or ISBN", "UPC·EAN·ISBN", "UPC、EAN 或 ISBN"),
                        new Words("The digits below the bars.", "바코드 아래의 숫자입니다.", "條碼下方的數字。"),
                        Words.same("8, 10, 12, 13, 14"),
                        "9780306406157"),
                new Column(
                        "category",
                        type.categories().size() > 1,
                        new Words("Category", "카테고리", "分類"),
                        new Words("Where the page stands.", "페이지가 놓일 카테고리입니다.", "頁面所屬的分類。"),
                        Words.same(String.join(", ", type.categories())),
                        type.categories().getFirst()),
                new Column(
                        "description",
                        false,
                        new Words("Description", "설명", "說明"),
                        new Words(
                                "What a buyer should know, in sentences.",
                                "구매자가 알아야 할 내용을 문장으로 적어 주세요.",
                                "請用完整句子說明買家需要知道的資訊。"),
                        Words.same("≤ " + PageProblem.LONGEST_DESCRIPTION),
                        ""),
                new Column(
                        "image_url",
                        false,
                        new Words("Picture", "이미지", "圖片"),
                        new Words("Its address.", "이미지 주소입니다.", "圖片網址。"),
                        Words.same("https://…"),
                        ""));
    }

    private static List<Column> offer(List<String> shippingTemplates) {
        return List.of(
                new Column(
                        "condition",
                        false,
                        new Words("Condition", "상태", "商品狀況"),
                        new Words("The state of your item.", "판매할 상품의 상태입니다.", "您商品的狀況。"),
                        Words.same("NEW, RENEWED, USED_LIKE_NEW, USED_VERY_GOOD, USED_GOOD, USED_ACCEPTABLE,"
                                + " COLLECTIBLE"),
                        "NEW"),
                new Column(
                        "condition_note",
                        false,
                        new Words("Condition note", "상태 설명", "狀況說明"),
                        new Words("What wear a used item has.", "중고 상품의 사용 흔적을 적어 주세요.", "二手商品的使用痕跡。"),
                        Words.same("≤ 2000"),
                        ""),
                new Column(
                        "price",
                        false,
                        new Words("Price", "가격", "價格"),
                        new Words(
                                "In the marketplace’s currency, with a point before decimals.",
                                "마켓플레이스 통화로 적고 소수점은 점(.)을 써 주세요.",
                                "以該市場幣別填寫，小數點用「.」。"),
                        ANY,
                        "12.50"),
                new Column(
                        "quantity",
                        false,
                        new Words("Quantity", "수량", "數量"),
                        new Words("How many you can ship.", "출고할 수 있는 수량입니다.", "可出貨的數量。"),
                        Words.same("0 – 1000000"),
                        "3"),
                new Column(
                        "handling_days",
                        false,
                        new Words("Handling time", "출고 준비 기간", "備貨天數"),
                        new Words(
                                "Business days until you ship; empty takes your default.",
                                "출고까지의 영업일이며 비우면 계정 기본값입니다.",
                                "出貨所需的工作天；留空則採用您的預設值。"),
                        Words.same("0 – 30"),
                        ""),
                new Column(
                        "merchant_shipping_group_name",
                        false,
                        new Words("Shipping template", "배송 템플릿", "運送範本"),
                        new Words(
                                "The name of one that you have made under Shipping; your default for a new offer if empty.",
                                "배송 설정에서 만든 템플릿의 이름이며 새 상품에서 비우면 기본 템플릿입니다.",
                                "您在運送設定中建立的範本名稱；新商品留空則採用預設範本。"),
                        shippingTemplates.isEmpty()
                                ? new Words("None made yet, leave empty", "아직 없으니 비워 두세요", "尚未建立，請留空")
                                : Words.same(String.join(", ", shippingTemplates)),
                        shippingTemplates.isEmpty() ? "" : shippingTemplates.getFirst()),
                new Column(
                        "offering_can_be_gift_messaged",
                        false,
                        new Words("Gift message", "선물 메시지", "禮物留言"),
                        new Words(
                                "Whether buyers of a gift may add a message, once you offer gifts; false for a new offer if empty.",
                                "선물할 때 구매자가 메시지를 넣을 수 있는지 정합니다. 선물 설정을 켜야 적용되며 새 상품에서 비우면 false입니다.",
                                "買家送禮時能否附上留言；須先開啟禮物設定；新商品留空視為 false。"),
                        YES_OR_NO,
                        "true"),
                new Column(
                        "offering_can_be_giftwrapped",
                        false,
                        new Words("Gift wrap", "선물 포장", "禮品包裝"),
                        new Words(
                                "Whether buyers of a gift may have it wrapped, once you offer that; false for a new offer if empty.",
                                "선물할 때 구매자가 포장을 선택할 수 있는지 정합니다. 선물 포장을 제공해야 적용되며 새 상품에서 비우면 false입니다.",
                                "買家送禮時能否選擇包裝；須先提供禮品包裝；新商品留空視為 false。"),
                        YES_OR_NO,
                        "false"));
    }

    /** The template as tab-separated rows: names, then what each column is, what is allowed and an example. */
    public String toTsv(Locale language) {
        List<String> rows = new ArrayList<>();
        rows.add(columns.stream().map(Column::name).collect(Collectors.joining("\t")));
        rows.add(comment(columns.stream().map(it -> it.label().in(language) + (it.required() ? " *" : ""))));
        rows.add(comment(columns.stream().map(it -> it.help().in(language))));
        rows.add(comment(columns.stream().map(it -> it.allowed().in(language))));
        rows.add(comment(columns.stream().map(Column::example)));
        return String.join("\r\n", rows) + "\r\n";
    }

    private static String comment(Stream<String> cells) {
        return COMMENT + ' ' + cells.map(SheetText::cell).collect(Collectors.joining("\t"));
    }
}
