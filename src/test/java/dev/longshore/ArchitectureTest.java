package dev.longshore;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Holds the code to its shape: ui → {text, watch} → {devops, journal, secret} → model, and platform → model. */
@AnalyzeClasses(packages = "dev.longshore", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.longshore";
    private static final String MODEL = "dev.longshore.model..";
    private static final String DEVOPS = "dev.longshore.devops..";
    private static final String HTTP = "dev.longshore.devops.http..";
    private static final String JOURNAL = "dev.longshore.journal..";
    private static final String SECRET = "dev.longshore.secret..";
    private static final String WATCH = "dev.longshore.watch";
    private static final String ENGINE = "dev.longshore.watch.engine..";
    private static final String VOCABULARY = "dev.longshore.model";
    private static final String FACT = "dev.longshore.model.fact..";
    private static final String NOTIFY = "dev.longshore.notify..";
    private static final String TEXT = "dev.longshore.text..";
    private static final String CLI = "dev.longshore.cli..";
    private static final String DEMO = "dev.longshore.demo..";
    private static final String START = "dev.longshore.start..";
    private static final String SIMULATOR = "dev.longshore.simulator..";
    private static final String PLATFORM = "dev.longshore.platform..";
    private static final String CALENDAR_FILE = "dev.longshore.calendarfile..";
    private static final String REGISTER_FILE = "dev.longshore.registerfile..";
    private static final String ATOMIC_FILE = "dev.longshore.atomicfile..";
    private static final String TABLE_TEXT = "dev.longshore.tabletext..";
    private static final String UPLOAD = "dev.longshore.upload..";
    /** What the service, and those who watch it, call so. */
    private static final Set<String> TERMS_OF_THE_SERVICE = Set.of("Action", "Alert", "Severity", "Timeline");
    private static final List<String> COMMONLY_IMPORTED = List.of(
            "java.lang", "java.util", "java.util.function", "java.util.stream", "java.util.concurrent",
            "java.util.regex",
            "java.io", "java.net", "java.nio.file", "java.time", "javafx.animation", "javafx.application",
            "javafx.beans.property", "javafx.beans.value", "javafx.collections", "javafx.css", "javafx.event",
            "javafx.geometry", "javafx.scene", "javafx.scene.control", "javafx.scene.input", "javafx.scene.layout",
            "javafx.scene.paint", "javafx.scene.shape", "javafx.scene.text", "javafx.stage", "javafx.util",
            "org.controlsfx.control", "org.controlsfx.control.action", "org.controlsfx.validation");
    private static final String USER_TEXT = "dev.longshore.usertext..";
    private static final String CONSOLE = "dev.longshore.console..";
    private static final String SERVE = "dev.longshore.serve..";
    private static final String UI = "dev.longshore.ui..";
    private static final String UPDATE = "dev.longshore.update..";

    @ArchTest static final ArchRule modelKnowsOnlyTheJdk = classes()
            .that()
            .resideInAPackage(MODEL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(MODEL, "java..", "org.jspecify..")
            .because("the rules of the lifecycle must be testable, and true, without any library");

    @ArchTest static final ArchRule factsKnowNobody = onlySees(FACT)
            .because("what can be told must not depend on who finds it out or who words it");

    @ArchTest static final ArchRule vocabularyKnowsNoRule = onlySees(VOCABULARY, FACT)
            .because("ids, statuses, commands and histories are what the rules are about, not the other way round");

    @ArchTest static final ArchRule rulesKnowOnlyTheVocabulary = onlySees("dev.longshore.model.lifecycle..", VOCABULARY,
            FACT)
            .because("what is allowed must not depend on what is advised or forecast");

    @ArchTest static final ArchRule cleanupKnowsOnlyTheVocabulary = onlySees("dev.longshore.model.cleanup..",
            VOCABULARY,
            FACT)
            .because("the cleanup clock is computed from what was observed and from nothing else");

    @ArchTest static final ArchRule forecastKnowsOnlyTheVocabulary = onlySees("dev.longshore.model.forecast..",
            VOCABULARY,
            FACT)
            .because("an expected end is computed from what was observed and from nothing else");

    @ArchTest static final ArchRule plansKnowOnlyTheCleanupClock = onlySees("dev.longshore.model.plan..", VOCABULARY,
            FACT, "dev.longshore.model.cleanup..")
            .because("a plan is carried out by the rules and by nothing that was watched or advised");

    @ArchTest static final ArchRule userDatesKnowOnlyTheVocabulary = onlySees("dev.longshore.model.userdate..",
            VOCABULARY, FACT)
            .because("what a user has set is compared with what was observed and forecast, and changes no rule");

    @ArchTest static final ArchRule launchesKnowTheRulesAndWhatUsersSet = onlySees("dev.longshore.model.launch..",
            VOCABULARY, FACT, "dev.longshore.model.lifecycle..", "dev.longshore.model.cleanup..",
            "dev.longshore.model.userdate..")
            .because("what is launched by itself follows the rules and what was observed, and no advice");

    @ArchTest static final ArchRule adviceIsTheTopOfTheModel = noClasses()
            .that()
            .resideInAnyPackage("dev.longshore.model", "dev.longshore.model.lifecycle..",
                    "dev.longshore.model.cleanup..", "dev.longshore.model.forecast..", "dev.longshore.model.plan..",
                    "dev.longshore.model.timeline..", "dev.longshore.model.userdate..", "dev.longshore.model.launch..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.longshore.model.advice..")
            .because("advice is drawn from all rules, so no rule may be drawn from advice");

    @ArchTest static final ArchRule devopsKnowsOnlyTheModel = onlySees(DEVOPS, MODEL)
            .because("the service's client serves every caller and knows none");

    @ArchTest static final ArchRule journalKnowsOnlyTheModel = onlySees(JOURNAL, MODEL, TABLE_TEXT, ATOMIC_FILE)
            .because("what was recorded must not depend on who asks or where it came from");

    @ArchTest static final ArchRule secretKnowsOnlyTheModel = onlySees(SECRET, MODEL, USER_TEXT)
            .because("the fewer know the keystore's code, the fewer can leak what it holds");

    @ArchTest static final ArchRule calendarFileKnowsOnlyTheModel = onlySees(CALENDAR_FILE, MODEL, ATOMIC_FILE)
            .because("a file for other programs says what is known, and nothing of how it came to be known");

    @ArchTest static final ArchRule registerFileKnowsOnlyTheModel = onlySees(REGISTER_FILE, MODEL, TABLE_TEXT,
            USER_TEXT)
            .because("what a colleague hands on is read without asking anybody, and is not trusted");

    @ArchTest static final ArchRule userTextKnowsOnlyTheModel = onlySees(USER_TEXT, MODEL)
            .because("what people paste, type and keep in files is read by one parser for each kind, whoever asks");

    @ArchTest static final ArchRule tableTextKnowsNobody = onlySees(TABLE_TEXT)
            .because("journal, register file and window write tables, and what is safe in a cell is told once");

    @ArchTest static final ArchRule atomicFileKnowsNobody = onlySees(ATOMIC_FILE)
            .because("whatever a file holds, it is written in one way");

    @ArchTest static final ArchRule filesAreWrittenWholeOrNotAtAll = noClasses()
            .that()
            .resideOutsideOfPackage(ATOMIC_FILE)
            .should()
            .callMethodWhere(target(nameMatching("write|writeString|newBufferedWriter|newOutputStream|newByteChannel"))
                    .and(target(owner(equivalentTo(Files.class)))))
            .because("a full disk must not cut off what was there before");

    @ArchTest static final ArchRule uploadKnowsOnlyTheModel = onlySees(UPLOAD, MODEL, USER_TEXT)
            .because("commands and comparisons for other programs are made from what is known and run nothing");

    @ArchTest static final ArchRule updateKnowsOnlyTheModel = onlySees(UPDATE, MODEL)
            .because("who asks for newer versions tells nothing of what is watched");

    @ArchTest static final ArchRule onlyTheCalendarFileKnowsItsFormat = noClasses()
            .that()
            .resideOutsideOfPackage(CALENDAR_FILE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("net.fortuna.ical4j..")
            .because("the library is loaded when a file is asked for, never with the window");

    @ArchTest static final ArchRule platformKnowsOnlyTheModel = onlySees(PLATFORM, MODEL, ATOMIC_FILE)
            .because("what differs by operating system is exchanged without touching anything else");

    @ArchTest static final ArchRule watchIsWhatOthersSee = onlySees(WATCH, DEVOPS, JOURNAL, MODEL)
            .because("what the watch publishes and takes must not depend on how it works");

    @ArchTest static final ArchRule engineKnowsOnlyWhatItCoordinates = onlySees(ENGINE, WATCH, DEVOPS, JOURNAL, SECRET,
            MODEL)
            .because("the watch runs without a window, and the windows show what it publishes");

    @ArchTest static final ArchRule engineIsHidden = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, START, DEMO, ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ENGINE)
            .because("a window that reaches into the engine could not be handed another watch");

    @ArchTest static final ArchRule notifyStandsOnTheWatch = onlySees(NOTIFY, TEXT, WATCH, JOURNAL, MODEL, PLATFORM,
            USER_TEXT, ATOMIC_FILE)
            .because("messages leave from either home of the watch, and both start them in the same way");

    @ArchTest static final ArchRule textKnowsOnlyFacts = onlySees(TEXT, MODEL, WATCH)
            .because("a message sent by mail and a tooltip say the same, whoever asks for it");

    @ArchTest static final ArchRule nobodyBelowKnowsText = noClasses()
            .that()
            .resideInAnyPackage(MODEL, DEVOPS, JOURNAL, SECRET, WATCH, ENGINE, PLATFORM, REGISTER_FILE, CALENDAR_FILE,
                    UPLOAD, SIMULATOR)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(TEXT)
            .because("they return facts; the sentence is made where zone and language are known");

    @ArchTest static final ArchRule uiStandsOnTheWatch = onlySees(UI, TEXT, WATCH, NOTIFY, DEVOPS, JOURNAL, SECRET,
            MODEL,
            CALENDAR_FILE, REGISTER_FILE, TABLE_TEXT, UPLOAD, USER_TEXT, UPDATE, ATOMIC_FILE)
            .because("a window shows and asks; what differs by system or is simulated is handed to it");

    @ArchTest static final ArchRule controlsKnowNoScreen = onlySees("dev.longshore.ui.control..", TEXT, MODEL,
            TABLE_TEXT, ATOMIC_FILE,
            "dev.longshore.ui.look..", "dev.longshore.ui.fx..")
            .because("a control is used by any screen and tested without one");

    @ArchTest static final ArchRule lookKnowsNoSentence = onlySees("dev.longshore.ui.look..", MODEL)
            .because("colours and shapes are the same in every language");

    @ArchTest static final ArchRule helpersKnowNoScreen = onlySees("dev.longshore.ui.fx..", TEXT, MODEL)
            .because("threads, views and small helpers serve every screen");

    @ArchTest static final ArchRule consoleKnowsNoWindow = onlySees(CONSOLE, TEXT, WATCH, JOURNAL, MODEL, TABLE_TEXT)
            .because("what is printed is made of what is known, on machines that have no window");

    @ArchTest static final ArchRule serveStandsOnTheWatch = onlySees(SERVE, TEXT, WATCH, DEVOPS, CALENDAR_FILE, MODEL)
            .because("what others ask over HTTP is what the watch publishes, wherever it lives");

    @ArchTest static final ArchRule onlyServeKnowsPrometheus = noClasses()
            .that()
            .resideOutsideOfPackage(SERVE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.prometheus..", "com.sun.net.httpserver..")
            .because("metrics are one form of what is known; whoever counts something says so in figures")
            .allowEmptyShould(true);

    @ArchTest static final ArchRule theWatchNeedsNoWindow = noClasses()
            .that(topLevelNamed("AppContext", "WatchConsole"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(UI)
            .because("they start on machines without the libraries of a window");

    @ArchTest static final ArchRule noCircles = slices()
            .matching("dev.longshore.(**)")
            .should()
            .beFreeOfCycles()
            .because("a package that needs itself by a detour can be neither read nor changed alone");

    @ArchTest static final ArchRule onlyTheCommandLineReadsArguments = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .because("what was typed is read once; everybody else gets what it means");

    @ArchTest static final ArchRule commandLineKnowsNoWindow = onlySees(CLI, MODEL, PLATFORM, TEXT, USER_TEXT)
            .because("arguments are read before it is known whether there is a display");

    @ArchTest static final ArchRule languageAndZoneAreReadOnce = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT)
            .should()
            .callMethod(Locale.class, "getDefault")
            .orShould()
            .callMethod(Locale.class, "getDefault", Locale.Category.class)
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .because("a message for another zone or language is made by the same code");

    @ArchTest
    static void noTwoTypesShareASimpleName(JavaClasses classes) {
        var byName = classes.stream()
                .filter(each -> !each.getSimpleName().isEmpty() && !each.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, TreeMap::new,
                        Collectors.mapping(JavaClass::getName, Collectors.toList())));
        byName.values().removeIf(each -> each.size() < 2);

        assertThat(byName).as("a name means one thing, in code, in talk and in a stack trace").isEmpty();
    }

    @ArchTest
    static void noTypeHasTheNameOfOneOfJavaOrItsToolkit(JavaClasses classes) {
        var clashes = classes.stream().filter(each -> !resideInAPackage(SIMULATOR).test(each))
                .map(JavaClass::getSimpleName).distinct()
                .filter(each -> !each.isEmpty() && !each.equals("package-info") && !TERMS_OF_THE_SERVICE.contains(each))
                .filter(name -> COMMONLY_IMPORTED.stream().anyMatch(each -> isThere(each + "." + name)));

        assertThat(clashes).as("whoever reads a name need not look at the imports").isEmpty();
    }

    private static boolean isThere(String name) {
        try {
            Class.forName(name, false, ArchitectureTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }

    @ArchTest static final ArchRule simulatorSharesNoCode = onlySees(SIMULATOR)
            .because("written twice from the documentation, neither client nor simulator can hide the other's mistake");

    @ArchTest static final ArchRule simulatorIsAServiceLikeAnyOther = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, DEMO, SIMULATOR)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SIMULATOR)
            .because("the program must not be able to tell the simulator from the real service but by its address");

    @ArchTest static final ArchRule implementationOfTheClientIsHidden = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, HTTP)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HTTP)
            .because("callers use the interface in devops; only the composition root chooses what is behind it");

    @ArchTest static final ArchRule onlyTheRootSeesTheRoot = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT)
            .because("there is one composition root; to reach back to it would make it a service locator");

    @ArchTest static final ArchRule onlyTheWindowKnowsJavaFx = noClasses()
            .that(not(resideInAPackage(UI)).and(not(topLevelNamed("LongshoreApp"))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.sun.javafx..", "atlantafx..", "org.controlsfx..")
            .because("services run on their own threads and are tested without a toolkit");

    @ArchTest static final ArchRule viewModelsKnowNoScene = noClasses()
            .that()
            .haveNameMatching(".*ViewModel(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
            .because("a view model is tested without a window; nodes are the view's business")
            .allowEmptyShould(true);

    @ArchTest static final ArchRule onlyTheHttpClientAndNotificationsKnowOkHttp = noClasses()
            .that()
            .resideOutsideOfPackages(HTTP, NOTIFY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..")
            .because("there is one way to the service and one to receivers of messages, each redacted in one place");

    @ArchTest static final ArchRule jsonIsReadWhereItArrives = noClasses()
            .that()
            .resideOutsideOfPackages(HTTP, SIMULATOR, JOURNAL, PLATFORM, REGISTER_FILE, CONSOLE, NOTIFY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
            .because(
                    "JSON ends at the edges: the service, the register file, exports and lists, the settings, and messages");

    @ArchTest static final ArchRule onlyTheJournalKnowsSql = noClasses()
            .that()
            .resideOutsideOfPackage(JOURNAL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..", "org.sqlite..",
                    "org.postgresql..")
            .because("an append-only journal can be promised only where one package writes it");

    @ArchTest static final ArchRule onlySecretKnowsTheKeystore = noClasses()
            .that()
            .resideOutsideOfPackage(SECRET)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.github.javakeyring..", "org.freedesktop.secret..")
            .because("a keystore can block for ever; one package keeps it off every other thread");

    @ArchTest static final ArchRule onlySecretAndNotificationsKnowTheSessionBus = noClasses()
            .that()
            .resideOutsideOfPackages(SECRET, NOTIFY)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.freedesktop.dbus..")
            .because("a program on the bus can take its time; two packages wait for one, on threads of their own");

    @ArchTest static final ArchRule onlyNotificationsKnowMail = noClasses()
            .that()
            .resideOutsideOfPackage(NOTIFY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
            .because("mail is a kind of route like any other");

    @ArchTest static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helpers?|(?<!Trust)Manager|Common)(\\$.*)?")
            .orShould()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..manager..")
            .because("such a name gathers what has no home; each thing has one");

    @ArchTest static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that(not(topLevelNamed("Launcher")).and(not(simulatorConsole())))
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .because("a desktop program has no console that anyone reads; the log has a file and a redaction");

    @ArchTest static final ArchRule oneLoggingApi = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING
            .because("secrets are redacted at the source, and there is one source: SLF4J");

    @ArchTest static final ArchRule noStaticState = fields()
            .that()
            .areStatic()
            .should()
            .beFinal()
            .because("state that nobody owns cannot be closed, and tests would see each other's");

    @ArchTest static final ArchRule timeIsInjected = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT)
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time")))))
            .because("time is under a test's control only when it comes from an InstantSource");

    private static ArchRule onlySees(String layer, String... below) {
        var seen = resideInAPackage(layer).or(resideInAnyPackage(below));
        return noClasses()
                .that()
                .resideInAPackage(layer)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.longshore..").and(not(seen)));
    }

    private static DescribedPredicate<JavaClass> topLevelNamed(String... simpleNames) {
        return DescribedPredicate.describe(
                "named " + String.join(" or ", simpleNames),
                type -> type.getPackageName().equals(ROOT)
                        && List.of(simpleNames).contains(outermost(type).getSimpleName()));
    }

    private static DescribedPredicate<JavaClass> simulatorConsole() {
        return DescribedPredicate.describe(
                "the simulator's console",
                type -> resideInAPackage(SIMULATOR).test(type)
                        && outermost(type).getSimpleName().endsWith("Console"));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }
}
