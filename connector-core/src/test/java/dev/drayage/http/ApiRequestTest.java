package dev.drayage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiRequestTest {

    @Test
    void an_id_can_never_become_a_path_or_a_query() {
        assertThat(ApiRequest.get("x")
                        .path("/a/{}/b/{}", "../c?d=e", "ü/%")
                        .build()
                        .target())
                .isEqualTo("/a/..%2Fc%3Fd%3De/b/%C3%BC%2F%25");
    }

    @Test
    void query_parameters_keep_their_order_and_may_repeat() {
        assertThat(ApiRequest.get("x")
                        .path("/a")
                        .query("z", "1 2")
                        .query("a", "+&=")
                        .query("z", List.of("p", "q"))
                        .query("none", List.of())
                        .build()
                        .target())
                .isEqualTo("/a?z=1%202&a=%2B%26%3D&z=p%2Cq");
    }

    @Test
    void a_query_is_added_to_one_that_the_path_already_has() {
        assertThat(ApiRequest.get("x")
                        .path("/a?limit=1")
                        .query("b", "2")
                        .build()
                        .target())
                .isEqualTo("/a?limit=1&b=2");
    }

    @Test
    void segments_and_holes_must_match() {
        assertThatThrownBy(() -> ApiRequest.get("x").path("/a/{}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ApiRequest.get("x").path("/a", "b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_get_is_safe_unless_the_caller_says_so() {
        assertThat(ApiRequest.get("x").build().safety()).isEqualTo(Safety.SAFE);
        assertThat(List.of(ApiRequest.post("x"), ApiRequest.put("x"), ApiRequest.patch("x"), ApiRequest.delete("x")))
                .allSatisfy(request -> assertThat(request.build().safety()).isEqualTo(Safety.WRITE));
    }

    @Test
    void headers_of_an_answer_are_found_in_any_case() {
        ApiResponse answer = new ApiResponse(200, Map.of("X-Next", List.of("1", "2")), new byte[0], null);
        assertThat(answer.header("x-NEXT")).contains("1");
        assertThat(answer.headers("X-next")).containsExactly("1", "2");
        assertThat(answer.header("other")).isEmpty();
    }
}
