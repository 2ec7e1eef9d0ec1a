package org.openstall;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.sql.Connection;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.Writes;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

class ArchitectureTests {
    private static final JavaClasses EVERYTHING = new ClassFileImporter().importPackages("org.openstall");

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.openstall");

    private static final Pattern VAGUE = Pattern.compile(".*(Impl|Manager|Helper|Utils?|Dto|DTO|Service)");

    private static final Set<String> CLOCK_READERS = Set.of("now", "currentTimeMillis");

    @Test
    void modules_depend_only_on_what_they_declare() {
        ApplicationModules.of(Openstall.class).verify();
    }

    @Test
    void all_time_comes_from_the_clock() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(MovableClock.class)
                .should()
                .callMethodWhere(readsTheTimeItself())
                .orShould()
                .callConstructor(Date.class)
                .because("a simulation and a test live through a season in a minute")
                .check(PROGRAM);
    }

    private static DescribedPredicate<JavaCall<?>> readsTheTimeItself() {
        return DescribedPredicate.describe("reads the time without a clock", call -> {
            AccessTarget.CodeUnitCallTarget target = call.getTarget();
            String owner = target.getOwner().getName();
            boolean ofTime = owner.startsWith("java.time.") || owner.equals(System.class.getName());
            boolean withoutClock =
                    target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            return (ofTime && withoutClock && CLOCK_READERS.contains(target.getName()))
                    || (owner.equals(Clock.class.getName()) && target.getName().startsWith("system"));
        });
    }

    @Test
    void only_stores_speak_sql() {
        noClasses()
                .that()
                .haveNameNotMatching(".*Store(\\$.*)?")
                // The database module hands out connections and runs migrations, which are SQL by nature; stores write
                // by
                // means of Writes.
                .and()
                .resideOutsideOfPackage("org.openstall.database")
                .and()
                .doNotBelongToAnyOf(Writes.class)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("run SQL", ArchitectureTests::runsSql))
                .check(PROGRAM);
    }

    private static boolean runsSql(JavaClass type) {
        return type.isAssignableTo(Connection.class)
                || type.isAssignableTo(JdbcClient.class)
                || type.isAssignableTo(JdbcOperations.class)
                || type.isAssignableTo(NamedParameterJdbcOperations.class);
    }

    @Test
    void nothing_is_null_unless_it_says_so() {
        assertThat(EVERYTHING)
                .extracting(JavaClass::getPackage)
                .filteredOn(it -> !it.getName().startsWith("org.openstall.jte"))
                .allMatch(it -> it.isAnnotatedWith(NullMarked.class));
    }

    @Test
    void controllers_are_nobody_elses_business() {
        noClasses()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .bePublic()
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveNameMatching(VAGUE.pattern())
                .check(PROGRAM.that(DescribedPredicate.not(resideInAPackage("org.openstall.jte.."))));
    }
}
