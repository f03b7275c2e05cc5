package dev.longshore.notify;

import dev.longshore.journal.Journal;
import dev.longshore.journal.JournalException;
import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.OutgoingMessage;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.NotifyFact;
import dev.longshore.text.FactText;
import dev.longshore.watch.AlertsSnapshot;
import dev.longshore.watch.RouteTrouble;
import dev.longshore.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries alerts out of the window, over the routes of a file, whichever home the watch has. What a route is owed lies in
 * the journal before it leaves and until it has arrived: nothing is lost when the program is killed, and what is sent
 * twice bears the same IDs. Methods that return a future do not block; all may be called from any thread.
 */
public final class NotificationService implements NotificationRoutes, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationService.class);
    private static final long TICK_MILLIS = 250;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Duration BETWEEN_COMPARISONS = Duration.ofMinutes(1);
    private static final Duration OLDEST_WAITING = Duration.ofDays(7);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration STANDS_STILL = Duration.ofMinutes(5);

    private final Journal journal;
    private final Watch watch;
    private final Map<ConnectionId, String> storedNames;
    private final NotificationSettings settings;
    private final WatchAndComputerClock clocks;
    private final Executor workers;
    private final RoutesFile file;
    private final Outbox outbox;
    private final MessageMaker maker;
    private final SenderFactory senders;
    private final Ping ping;
    private final ScheduledExecutorService ticking = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("notify-", 0).factory());
    private final ReentrantLock comparing = new ReentrantLock();
    private final List<MessageSender> tried = new ArrayList<>();
    private volatile RoutesContent content = RoutesContent.EMPTY;
    private volatile Map<String, RouteQueue> queues = Map.of();
    private volatile AlertsSnapshot alerts = AlertsSnapshot.empty();
    private List<RouteTrouble> shownTroubles = List.of();
    private Instant looked = Instant.MIN;
    private Instant compared = Instant.MIN;
    private Instant cleared = Instant.MIN;
    private Watch.@Nullable WatchSubscription subscription;

    /**
     * The times notifications work with.
     *
     * @param watch the watch's clock: in a demonstration faster than life
     * @param computer the clock of this computer: nobody is written to faster than life
     */
    public record WatchAndComputerClock(InstantSource watch, InstantSource computer) {
        /** One clock for both. */
        public static WatchAndComputerClock same(InstantSource clock) {
            return new WatchAndComputerClock(clock, clock);
        }
    }

    /** Without beginning; reads the file and the journal. */
    NotificationService(Journal journal, Watch watch, WatchAndComputerClock clocks, Executor workers,
            NotificationSettings settings) {
        this.journal = journal;
        this.watch = watch;
        this.clocks = clocks;
        this.workers = workers;
        this.settings = settings;
        this.file = new RoutesFile(settings.file());
        this.outbox = new Outbox(journal);
        this.storedNames = journal.connections().stream()
                .collect(Collectors.toMap(Connection::id, Connection::name));
        var times = settings.times(clocks.watch());
        this.maker = new MessageMaker(settings.texts(), times);
        this.senders = new SenderFactory(settings, new MessageText(settings.texts(), times),
                clocks.computer());
        this.ping = new Ping(senders.poster());
        look();
    }

    /**
     * Begins to send what the watch alerts; ends when the result is closed, which is before the watch and the journal are.
     * To be called before the watch begins, so that what was raised when the program was killed is told even where it is
     * over now. Reads the file and the journal.
     *
     * @throws JournalException when the journal cannot be read
     */
    public static NotificationService start(
            Journal journal, Watch watch, WatchAndComputerClock clocks, Executor workers,
            NotificationSettings settings) {
        var notifications = new NotificationService(journal, watch, clocks, workers, settings);
        notifications.listen();
        notifications.ticking.scheduleWithFixedDelay(
                notifications::tickAndSurvive, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        return notifications;
    }

    /** Listens to the watch, without ticking; for tests. */
    void listen() {
        failingBefore();
        subscription = watch.subscribeToAlerts(this::compare);
    }

    /** A route that failed when the program ended has not recovered by that. */
    private void failingBefore() {
        for (var each : journal.alerts(clocks.watch().instant())) {
            var queue = each.connection().isRoute() ? queues.get(each.connection().routeName()) : null;
            if (queue != null && each.alert().kind() == Alert.Kind.ROUTE_FAILING && each.endedAt().isEmpty()) {
                queue.failingSince(now().minus(RouteQueue.PATIENCE));
            }
        }
        showTroubles();
    }

    private Instant now() {
        return clocks.computer().instant();
    }

    private LocalTime local() {
        return now().atZone(settings.zone()).toLocalTime();
    }

    private void tickAndSurvive() {
        try {
            tick();
        } catch (RuntimeException | Error unexpected) {
            // A scheduled task that throws is never run again, and nobody would be written to any more.
            LOG.error("Notifications stumbled and go on", unexpected);
        }
    }

    /** One look at what is due. Called by the clock; tests call it themselves. */
    void tick() {
        var now = now();
        if (isPast(looked, BETWEEN_LOOKS, now)) {
            looked = now;
            workers.execute(this::look);
        }
        if (isPast(compared, BETWEEN_COMPARISONS, now)) {
            compared = now;
            workers.execute(() -> compare(alerts));
        }
        queues.values().stream().filter(each -> each.begin(now, local()))
                .forEach(each -> workers.execute(() -> each.send(now, local())));
        showTroubles();
        content.ping().filter(each -> ping.begin(each, now)).ifPresent(
                each -> workers.execute(() -> ping.send(each, trouble())));
        clear(now);
    }

    private static boolean isPast(Instant last, Duration length, Instant now) {
        return last.equals(Instant.MIN) || Duration.between(last, now).abs().compareTo(length) >= 0;
    }

    private void clear(Instant now) {
        if (isPast(cleared, Duration.ofDays(1), now)) {
            cleared = now;
            workers.execute(() -> {
                outbox.dropOlderThan(now.minus(OLDEST_WAITING), now);
                outbox.purge(now.minus(KEPT));
            });
        }
    }

    private void showTroubles() {
        var troubles = queues.values().stream().flatMap(each -> each.trouble(now()).stream()).toList();
        if (!troubles.equals(shownTroubles)) {
            shownTroubles = troubles;
            watch.showRouteTroubles(troubles);
        }
    }

    /** Takes over what the file says now. */
    private synchronized void look() {
        var next = file.read();
        if (!next.equals(content)) {
            content = next;
            next.faults().forEach(each -> LOG.warn("{}", FactText.english(clocks.computer()).of(each)));
            use(next.routes());
        }
    }

    private void use(List<Route> routes) {
        var before = queues;
        var next = new LinkedHashMap<String, RouteQueue>();
        for (var route : routes) {
            var known = before.get(route.name());
            next.put(route.name(), known != null && known.route().equals(route) ? known
                    : new RouteQueue(route, senders.sender(route.target()), outbox));
        }
        queues = Collections.unmodifiableMap(next);
        before.values().stream().filter(each -> !next.containsValue(each)).forEach(RouteQueue::close);
        if (content.faults().isEmpty()) {
            outbox.retain(next.keySet(), now());
        }
    }

    /** Finds what each route has to be told, and owes it from then on. Called on a thread of the watch; blocks. */
    private void compare(AlertsSnapshot next) {
        alerts = next;
        // Nobody may be skipped: what is raised now may be over when it is compared next.
        comparing.lock();
        try {
            compare();
        } finally {
            comparing.unlock();
        }
    }

    private void compare() {
        outbox.saveRest();
        var snapshot = alerts;
        var standing = new LinkedHashMap<String, AlertRecord>();
        if (!readStanding(standing)) {
            return;
        }
        snapshot.alerts().forEach(each -> standing.put(each.alertRecord().id(), each.alertRecord()));
        var current = snapshot.alerts().stream().map(each -> each.alertRecord().id()).collect(Collectors.toSet());
        var names = connectionNames();
        var ordered = standing.values().stream()
                .filter(each -> each.connection().isRoute() || names.containsKey(each.connection()))
                .sorted(Comparator.comparing(AlertRecord::raisedAt).thenComparing(each -> each.alert().severity())
                        .thenComparing(each -> each.alert().kind()))
                .toList();
        for (var queue : queues.values()) {
            var plan = new MessagePlan(queue.route(), outbox.told(queue.route().name()), names,
                    this::onlyRoutes);
            outbox.add(messages(plan, plan.due(ordered, standing.keySet(), current, now(), local())));
        }
    }

    /** The routes that the user has named for a deadline; one that is gone is as none. */
    private Set<String> onlyRoutes(AlertRecord alert) {
        var ref = alert.migration();
        if (alert.alert().kind() != Alert.Kind.OWN_DEADLINE || ref == null) {
            return Set.of();
        }
        var named = watch.snapshot().migration(new MigrationKey(alert.connection(), ref)).stream()
                .flatMap(each -> each.ownDeadlines(now()).stream())
                .filter(each -> Objects.equals(each.at(), alert.alert().at()))
                .map(each -> each.deadline().route()).collect(Collectors.toSet());
        return queues.keySet().containsAll(named) ? named : Set.of();
    }

    /** Those of the journal as well: right after a start nothing has been connected yet. */
    private Map<ConnectionId, String> connectionNames() {
        var names = new HashMap<>(storedNames);
        watch.snapshot().connections().forEach(each -> names.put(each.connection().id(), each.connection().name()));
        return names;
    }

    /** What the journal cannot tell now is compared later. */
    private boolean readStanding(Map<String, AlertRecord> standing) {
        try {
            journal.alerts(clocks.watch().instant()).stream().filter(each -> each.endedAt().isEmpty())
                    .forEach(each -> standing.put(each.id(), each));
            return true;
        } catch (JournalException e) {
            LOG.warn("The alerts cannot be read for now: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    private List<OutgoingMessage> messages(MessagePlan plan, List<MessagePlan.Due> due) {
        return due.stream().map(each -> MessageMaker.outgoing(plan.route(), message(plan, each))).toList();
    }

    private Message message(MessagePlan plan, MessagePlan.Due due) {
        var alert = due.alert();
        return alert == null ? maker.resolved(Objects.requireNonNull(due.told()), now())
                : maker.standing(due, watch.snapshot(),
                        plan.connectionNames().getOrDefault(alert.connection(), ""),
                        new MessageMaker.Moments(now(), clocks.watch().instant()));
    }

    /** Why the watch is not well, for who is told that it is alive. */
    private Optional<String> trouble() {
        var stands = watch.lastCheck().filter(each -> isPast(each, STANDS_STILL, clocks.watch().instant()))
                .map(each -> Fact.of(NotifyFact.STANDS_STILL, each));
        return stands
                .or(() -> watch.snapshot().troubles().stream().findFirst())
                .or(() -> shownTroubles.stream().findFirst().map(RouteTrouble::fact))
                .or(() -> watch.snapshot().connections().stream()
                        .flatMap(each -> each.alert(clocks.watch().instant()).stream()).findFirst().map(Alert::fact))
                .map(FactText.english(clocks.watch())::of).map(MessageRedaction::of);
    }

    @Override
    public List<RouteStatus> routes() {
        return queues.values().stream().map(RouteQueue::status).toList();
    }

    @Override
    public List<Fact> faults() {
        return content.faults();
    }

    @Override
    public CompletableFuture<Optional<Fact>> save(List<Route> routes) {
        return CompletableFuture.supplyAsync(() -> saved(routes), workers);
    }

    private synchronized Optional<Fact> saved(List<Route> routes) {
        var trouble = file.write(routes);
        if (trouble.isEmpty()) {
            look();
            workers.execute(() -> compare(alerts));
        }
        return trouble;
    }

    @Override
    public CompletableFuture<DeliveryResult> test(Route route) {
        return CompletableFuture.supplyAsync(() -> tested(route), workers);
    }

    private DeliveryResult tested(Route route) {
        var sender = senders.sender(route.target());
        synchronized (tried) {
            // The desktop takes a notification away with the connection that brought it.
            tried.add(sender);
        }
        return sender.send(List.of(maker.test(route, now())));
    }

    /**
     * Calls {@code shower} when a user wants to see what a notification is about.
     *
     * @param shower takes the migration, or nothing where it is about a connection or a route; called on any thread
     */
    public void onShow(Consumer<Optional<MigrationRef>> shower) {
        senders.onShow(message -> shower.accept(message.ref()));
    }

    /** Stops sending; what is waiting is sent by the next start. */
    @Override
    public void close() {
        ticking.shutdownNow();
        if (subscription != null) {
            subscription.close();
        }
        queues.values().forEach(RouteQueue::close);
        synchronized (tried) {
            tried.forEach(MessageSender::close);
        }
        senders.close();
    }
}
