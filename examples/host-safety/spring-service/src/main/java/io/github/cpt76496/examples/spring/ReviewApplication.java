package io.github.cpt76496.examples.spring;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.ServiceLine;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The README's service in Spring Boot: what stands between the two marks is what is shown there.
 */
@SpringBootApplication
public class ReviewApplication {

  public static void main(String[] args) {
    SpringApplication.run(ReviewApplication.class, args);
  }

  // readme begin
  @Bean
  Cpt76496Edits edits() {
    return Cpt76496Edits.load(); // once, for all requests
  }

  record Asked(Family payer, LocalDate date, String place, List<String> modifiers) {}

  @RestController
  record Reviews(Cpt76496Edits edits) {

    @PostMapping("/review")
    LineReview review(@RequestBody Asked asked) {
      ServiceLine line =
          ServiceLine.builder(1, "76496", asked.date())
              .placeOfService(asked.place())
              .modifiers(asked.modifiers())
              .build();
      Claim claim = Claim.builder(Form.PROFESSIONAL, Payer.of(asked.payer())).lines(line).build();
      return edits.review(claim).lines().get(0);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String refused(IllegalArgumentException e) {
      return e.getMessage(); // names the field, and repeats no value
    }
  }
  // readme end
}
