package org.openstall.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingSlipNoteTests {
    private final Wording wording = new Wording();

    private Findings check(String note) {
        return wording.check(TextKind.PACKING_SLIP_NOTE, "US", null, note);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thank you for supporting our small family shop! We hope you love your new kettle.",
                "Thanks! The charger is not in this box, it travels in a second package.",
                "구매해 주셔서 감사합니다. 좋은 하루 보내세요!",
                "感謝您的支持，祝您使用愉快！",
                "ご購入ありがとうございます。"
            })
    void thanks_pass(String note) {
        assertThat(check(note).isBlocked()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Questions? Write to hello@nadias-kitchen.com",
                "Call 503-555-0123 next time, it is cheaper",
                "다음에는 카톡 nadia123으로 연락 주세요",
                "加微信 nadia123 有優惠"
            })
    void what_leads_buyers_elsewhere_does_not(String note) {
        assertThat(check(note).isBlocked()).isTrue();
    }

    @Test
    void a_wish_for_praise_is_pointed_out() {
        assertThat(check("Please leave us a 5 star review!").rules()).containsExactly(Rule.PROMOTION);
    }
}
