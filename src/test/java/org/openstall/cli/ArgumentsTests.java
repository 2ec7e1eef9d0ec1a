package org.openstall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTests {
    @Test
    void settings_are_found_before_and_after_the_command() throws Exception {
        assertThat(Arguments.of(List.of("--openstall.data=a b", "import", "--until", "2018-01-01", "--server.port=1")))
                .isEqualTo(new Arguments(
                        List.of("--openstall.data=a b", "--server.port=1"),
                        List.of("import", "--until", "2018-01-01")));
    }

    @Test
    void a_setting_may_have_its_value_as_the_next_word() throws Exception {
        assertThat(Arguments.of(List.of("serve", "--openstall.data", "/a=b")))
                .isEqualTo(new Arguments(List.of("--openstall.data=/a=b"), List.of("serve")));
    }

    @Test
    void the_last_setting_of_a_name_counts() throws Exception {
        assertThat(Arguments.of(List.of("--server.port=1", "--server.port=2")).settings())
                .containsExactly("--server.port=2");
    }

    @Test
    void options_of_the_command_are_left_to_it() throws Exception {
        List<String> words = List.of("import", "--format=olist", "--until=2018-01-01T00:00:00", "-h", "dir.with.dots");
        assertThat(Arguments.of(words)).isEqualTo(new Arguments(List.of(), words));
    }

    @Test
    void nothing_is_a_setting_after_two_dashes() throws Exception {
        assertThat(Arguments.of(List.of("import", "--", "--odd.csv=1")).words())
                .containsExactly("import", "--", "--odd.csv=1");
    }

    @Test
    void a_setting_without_a_value_is_refused() {
        assertThatThrownBy(() -> Arguments.of(List.of("serve", "--server.port")))
                .hasMessage("Missing value for --server.port");
    }
}
