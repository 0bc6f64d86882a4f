package io.github.cpt76496.examples.spring;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.ReviewedClaim;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.exc.MismatchedInputException;

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

  @RestController
  record Reviews(Cpt76496Edits edits) {

    @PostMapping("/review")
    ReviewedClaim review(@RequestBody PlacedClaim claim) {
      return new ReviewedClaim(claim, edits.review(claim.claim()));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String refused(HttpMessageNotReadableException e) {
      return e.getRootCause() instanceof MismatchedInputException refused
          ? refused.getOriginalMessage() // names the key, and repeats no value
          : "not JSON";
    }
  }
  // readme end
}
