package dev.longshore.serve;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Gathers the series of one metric; a series that is given twice counts once, as Prometheus takes no answer with two. */
final class MetricFamily {
    private final String name;
    private final String help;
    private final Map<Labels, Double> series = new LinkedHashMap<>();

    /** @param name without the suffix that counters have */
    MetricFamily(String name, String help) {
        this.name = name;
        this.help = help;
    }

    MetricFamily add(double value, Labels labels) {
        series.put(labels, value);
        return this;
    }

    /** Nothing where there is no value: a metric that is not there is not known. */
    MetricFamily add(Optional<Double> value, Labels labels) {
        value.ifPresent(each -> add(each, labels));
        return this;
    }

    MetricSnapshot gauge() {
        var gauge = GaugeSnapshot.builder().name(name).help(help);
        series.forEach((labels, value) -> gauge.dataPoint(
                GaugeSnapshot.GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
        return gauge.build();
    }

    MetricSnapshot counter() {
        var counter = CounterSnapshot.builder().name(name).help(help);
        series.forEach((labels, value) -> counter.dataPoint(
                CounterSnapshot.CounterDataPointSnapshot.builder().labels(labels).value(value).build()));
        return counter.build();
    }
}
