package org.openstall.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactDataTests {
    private static final Wording WORDING = new Wording();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see https://bit.ly/3xYz",
                "www.shop.de",
                "w w w . s h o p . c o m",
                "mybooks.com",
                "mybooks dot com",
                "mybooks [dot] com",
                "mybooks(.)com",
                "ｍｙｂｏｏｋｓ．ｃｏｍ",
                "my\u200Bbooks\u200B.c\u200Bom",
                "mybооks.соm",
                "just add .com to our name",
                "책방닷컴",
                "책방 점 컴",
                "好书屋点com",
                "好物屋 點 com 點 tw",
                "ふるほん堂ドットコム",
                "buchladen punkt de",
                "shop.co.kr/abc",
                "instagr.am/abc t.me/abc"
            })
    void a_web_address_is_found_in_any_disguise(String note) {
        assertThat(check(note).rules()).contains(Rule.WEB_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "john.doe@example.com",
                "john (at) example (dot) com",
                "john@gmail",
                "shop99골뱅이naver.com",
                "honya アットマーク gmail.com",
                "abc123 小老鼠 gmail.com",
                "hans [at] gmx [punkt] de",
                "call 212-555-0147",
                "+1 (646) 555-0188",
                "2 1 2 5 5 5 0 1 4 7",
                "010-2345-6789",
                "o1o-2345-6789",
                "공일공 이삼사오 육칠팔구",
                "공1공-1234-오육칠팔",
                "零九一二 三四五 六七八",
                "一三八零零一三八零零零",
                "〇九〇 一二三四 五六七八",
                "null eins sieben eins zwei drei vier fünf sechs sieben acht",
                "0151 23456789",
                "０９１２－３４５－６７８",
                "카톡 아이디 bookshop77",
                "加V信 abc12345",
                "薇信 abc12345",
                "LINE ID: bookworm88",
                "WhatsApp me",
                "find us on Instagram",
                "follow @vintagevault"
            })
    void contact_data_are_found_in_any_disguise(String note) {
        assertThat(check(note).rules()).contains(Rule.CONTACT_DATA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ISBN 978-0-13-468599-1 and 0-13-468599-7",
                "ISBN 9780134685991",
                "ASIN B00X4WHP5E, model WH-1000XM4",
                "UPC 036000291452, EAN 4006381333931",
                "Serial 5021347, bought 2021-03-15 or 15.03.2021",
                "5.5 x 3.2 x 1.0 inches, 1920 x 1080, 10/100/1000",
                "USB 3.0, firmware v2.0.1, Node.js, ASP.NET, i7-8550U @ 1.80GHz",
                "Good condition.No marks.It works.",
                "Windows 10, 16GB/512GB, 2.4GHz/5GHz, 3.5mm",
                "pages 12-15, 100-200 and 1001-1020",
                "2019년 3월 구입, 모델명 SM-T510",
                "二〇一九年三月购入，第一二三四册",
                "hairline scratches along the fold line",
                "12,345.67 and 1.234,56"
            })
    void numbers_and_names_of_things_are_no_contact_data(String note) {
        assertThat(check(note).all()).isEmpty();
    }

    private static Findings check(String note) {
        return WORDING.check(TextKind.CONDITION_NOTE, "US", null, note);
    }
}
