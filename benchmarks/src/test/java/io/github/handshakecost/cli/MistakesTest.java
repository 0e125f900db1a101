package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake gets one sentence with a remedy, before anything is measured. */
class MistakesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          run -p colour=red                     | there is no axis colour; axes: policy, protocol
          run -p policy=sometimes               | policy=sometimes is not known; known values: pooled
          run -p rtt=10s                        | rtt=10s is out of range; it goes from 0ms
          run -p body=-1                        | body=-1 is out of range; it goes from 0 to 1048576
          run -p body=9999999999                | body=9999999999 is out of range
          run -p polcy=pooled                   | there is no axis polcy (did you mean policy?); axes: policy, protocol
          run -p policy=new-clint               | policy=new-clint is not known (did you mean new-client?); known values: pooled
          run -p protocol=tls13                 | protocol=tls13 is not known (did you mean tls1.3?)
          run -p rtt=20                         | rtt 20: add a unit, as in 20ms
          run -p rtt=0ms,20                     | rtt 20: add a unit, as in 20ms
          run -p policy=                        | -p policy= lacks a value; give one, as in -p policy=pooled
          run -p policy=pooled,                 | -p policy=pooled, lacks a value; give one, as in -p policy=pooled
          run -p policy=pooled -p policy=       | -p policy= lacks a value
          run --benchmark yearly-records -p body=0 | yearly-records has fixed bodies, so -p body is not allowed
          run --plan fast                       | there is no plan fast; plans: quick, headline, clients, tls, idle, amortisation, full, cold, load
          run --plan full --quick               | --plan full and --quick contradict each other
          run --full --cold                     | --full and --cold contradict each other
          run --cold --warm-up 1s               | a new JVM is not warmed up, so --warm-up is not allowed; leave it out
          run --cold -i 5                       | new JVMs run without JMH, so -i 5 is not allowed; leave it out
          run --cold -p rtt=20ms                | new JVMs are measured on loopback only; use rtt=0ms
          run -p nth=2 -i 5                     | new JVMs run without JMH, so -i 5 is not allowed
          run --cold -p placement=same-core     | which cannot share its core; use placement=free
          run -p cds=off                        | cds is an axis of new JVMs; name a request, as in -p nth=2
          run --benchmark yearly-records -p nth=2 | yearly-records is a loop of requests, so -p nth is not allowed
          run --cold --benchmark yearly-records | the cold plan has no yearly-records; omit --cold
          run --dry-run -p rtt=20               | rtt 20: add a unit, as in 20ms
          run --dry-run --rounds 2              | --rounds 2 is out of range
          run --self-test --dry-run             | --self-test sets its own plan, so --dry-run is not allowed
          run --resume results --dry-run        | --resume sets its own plan, so --dry-run is not allowed
          run -p protocol=http -p policy=new-connection-resumed | needs TLS
          run -p policy                         | -p policy lacks a value; give one, as in -p policy=pooled
          run -p                                | -p
          run --quick --full                    | contradict each other
          run --benchmark all                   | there is no benchmark all; benchmarks: request, yearly-records
          run --quick --benchmark yearly-records | the quick plan has no yearly-records; omit --quick
          run --plan quick --benchmark yearly-records | the quick plan has no yearly-records; omit --plan quick
          run --quick --pcap x.pcap             | --pcap x.pcap: without a delay line there are no packets to save
          run -p rtt=-1ms                       | rtt=-1ms is out of range; it goes from 0ms
          run -p rtt=abc                        | rtt=abc is out of range
          jmh Request -p polcy=pooled           | there is no axis polcy (did you mean policy?)
          jmh Request -p policy=sometimes       | policy=sometimes is not known; known values: pooled
          jmh Request -p protocol=http -p policy=new-connection-resumed | needs TLS
          jmh Request -p policy=new-connection-full -p users=4 | a user would resume the session
          jmh Request -p policy=limited -p requestsPerConnection=5 | policy=limited is measured by run alone, whose blocks end with a connection; use run -p policy=limited -p requestsPerConnection=5
          jmh Request -p nth=2                  | nth is an axis of new JVMs, which JMH does not measure; use run -p nth=2
          jmh Request -p otherAxes=users:4      | there is no axis otherAxes
          predict                               | predict takes either --rtt TIME
          predict --rtt 60ms --ratio 3          | predict takes either --rtt TIME
          predict --rtt 60                      | '60': add a unit, as in 60ms
          predict --rtt soon                    | 'soon' is no time between 0ms and 60s
          predict --rtt 0ms                     | --rtt 0ms is loopback
          predict --rtt 61s                     | '61s' is no time between 0ms and 60s
          predict --rtt 60ms --service-time 30  | '30': add a unit, as in 30ms
          predict --rtt 60ms --requests 0       | --requests 0 is out of range; it goes from 1 to 1000000
          predict --ratio 1                     | --ratio 1.0 is out of range
          predict --ratio 30                    | --requests 11 cannot save a factor of 30.0
          predict --rtt 60ms --protocol tls9    | protocol=tls9 is not known
          predict --rtt 60ms no-such-directory  | no-such-directory
          count --requests 0                    | --requests 0 is out of range; it goes from 1 to 10000
          count --requests 10001                | --requests 10001 is out of range; it goes from 1 to 10000
          count --requests many                 | 'many' is not an int; see count --help
          count --client okhtp                  | client=okhtp is not known (did you mean okhttp?); known values: httpclient5, httpclient5-async, urlconnection, okhttp, jdk
          count --json                          | count does not know --json
          count okhttp                          | count does not know okhttp
          coun                                  | benchmarks.jar does not know coun (did you mean count?)
          run --rounds 0                        | --rounds 0 is out of range; give 3 to 1000, since an interval needs 3 rounds
          run --rounds 1                        | --rounds 1 is out of range; give 3 to 1000, since an interval needs 3 rounds
          run --rounds 2                        | --rounds 2 is out of range; give 3 to 1000, since an interval needs 3 rounds
          run --rounds 1001                     | --rounds 1001 is out of range; give 3 to 1000
          run --rounds=-1                       | --rounds -1 is out of range
          run --rounds x                        | 'x' is no number of rounds; give a whole number, as in --rounds 5
          run --rounds 3.5                      | '3.5' is no number of rounds
          run --rounds 99999999999              | '99999999999' is no number of rounds
          run --time-budget 20                  | '20': add a unit, as in 20s
          run --time-budget 1.5                 | '1.5': add a unit, as in 1.5s
          run --warm-up 20                      | '20': add a unit, as in 20s
          run --time-budget soon                | 'soon' is no time; give a number above 0 and a unit
          run --time-budget 0s                  | '0s' is no time
          run --time-budget 1s                  | --time-budget 1s is too short: 3 rounds of
          run --quick --time-budget 500ms       | --time-budget 500ms is too short: 3 rounds of 4 cells (httpclient5) take about
          run --quick -p policy=pooled -p protocol=http --time-budget 1s | 3 rounds of 1 cell (httpclient5) take about
          run --rounds 5 --time-budget 1s       | or name fewer cells with -p
          run --out=                            | '' is no name of a directory; give one, as in --out results/mine
          run --precision 0%                    | is out of range; give more than 0% and at most 100%
          run --precision 101%                  | is out of range
          run -jvm /nonexistent                 | -jvm /nonexistent is no java command that runs here; give its path
          run -jvm /bin/false                   | -jvm /bin/false is no java command that runs here
          run --quick -jvm nonexistent          | -jvm nonexistent is no java command that runs here
          run --self-test --quick               | --self-test sets its own plan, so --quick is not allowed; leave it out
          run --self-test -p policy=pooled      | --self-test sets its own plan, so -p is not allowed
          run --self-test --rounds 3            | --self-test sets its own plan, so --rounds is not allowed
          run --self-test --pcap x.pcap         | --self-test sets its own plan, so --pcap is not allowed
          run --self-test --resume results      | --self-test sets its own plan, so --resume is not allowed
          run --self-test -r 10ms               | --self-test sets its own blocks, so -i and -r are not allowed
          run --self-test laws                  | a self-test has no part laws; parts: pairs, effects, sharing, all
          run --self-test -f 5                  | run does not take -f; give --rounds
          run --resume results --rounds 3       | --resume sets its own plan, so --rounds is not allowed; leave it out
          run --resume results --out x          | --resume sets its own plan, so --out is not allowed
          run --resume results --seed 7         | --resume sets its own plan, so --seed is not allowed
          run --resume no-such-directory        | no-such-directory is no run directory
          run --resume                          | --resume
          run --qiuck                           | run does not take --qiuck (did you mean --quick?); options for JMH: -e, -gc, -i,
          run --verbos                          | run does not take --verbos (did you mean --verbose?)
          run quick                             | run does not take quick (did you mean --quick?)
          run -f 5                              | run does not take -f; give --rounds; options for JMH: -e, -gc, -i,
          run -f=5                              | run does not take -f=5; give --rounds
          run -f5                               | run does not take -f5
          run -rf json                          | run does not take -rf; run writes its own results, see --out
          run -tu ms                            | run does not take -tu; results are in microseconds
          run -tu=ms                            | run does not take -tu=ms; results are in microseconds
          run --tu ms                           | run does not take --tu; results are in microseconds
          run -tums                             | run does not take -tums
          run --bm=thrpt                        | run does not take --bm=thrpt; run measures average time
          run -t4                               | run does not take -t4
          run -t 4                              | run does not take -t; each user is a thread, give -p users=N
          run --fo true                         | run does not take --fo
          run -opi 2                            | run does not take -opi
          run -wi 5                             | run does not take -wi; limit the warm-up with --warm-up
          run --wi=0                            | run does not take --wi=0; limit the warm-up with --warm-up
          run -w 10s                            | run does not take -w; limit the warm-up with --warm-up
          run -v EXTRA                          | run does not take -v; for the whole report give --verbose
          run -lrf                              | run does not take -lrf
          run -i                                | -i lacks a value; see jmh -h
          run -i some                           | JMH refuses an option: Cannot parse argument 'some' of option i
          --qiuck                               | run does not take --qiuck (did you mean --quick?)
          rum                                   | benchmarks.jar does not know rum (did you mean run?)
          compair a b                           | benchmarks.jar does not know compair a b (did you mean compare?)
          report --histroy                      | report does not know --histroy (did you mean --history?)
          help rum                              | Unknown subcommand 'rum'; see benchmarks.jar --help
          report                                | RUN
          report no-such-directory              | no-such-directory
          report no-such-directory other        | no-such-directory is no run directory
          report --history no-such-directory    | --history no-such-directory is no directory that can be listed
          report --out x                        | report takes either RUN
          report no-such-directory --out=       | '' is no name of a directory
          report x --history y                  | report takes either RUN
          compare                               | BASE
          compare base                          | NEW
          compare no-such-directory other       | no-such-directory is no run directory
          compare a b c                         | c
          compare a b --threshold 0%            | is out of range; give more than 0% and at most 100%
          compare a b --threshold=-5%           | '-5%' is out of range
          compare a b --threshold 1000%         | '1000%' is out of range
          compare a b --threshold 5             | '5' has no percent sign; type 5%;
          compare a b --threshold 1.05          | '1.05' has no percent sign; type 1.05%;
          compare a b --threshold 0.05          | '0.05' has no percent sign; type 0.05% or 5%;
          compare a b --ignore cpux             | 'cpux' is not known; known names: incomplete, plan, cpu, cpus, jdk, effort, jmh, jvm, server, placement
          compare a b --force                   | --force
          run --precision 5                     | '5' has no percent sign; type 5%;
          compare a b --threshold much          | 'much' is no percentage; give a number with at most 3 decimals, as in 5%
          compare a b --threshold 5%%           | '5%%' is no percentage
          compare a b --threshold 0.00001%      | '0.00001%' is no percentage
          """)
  void wrongUsageIsOneSentence(String line, String sentence) {
    final Console console = Console.run(line.split(" "));
    assertThat(console.err()).contains(sentence);
    assertThat(console.err().lines()).hasSize(1);
    assertThat(console.err()).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(console.out()).isEmpty();
    assertThat(console.exitCode()).isEqualTo(2);
    assertThat(Path.of("results")).doesNotExist();
  }
}
