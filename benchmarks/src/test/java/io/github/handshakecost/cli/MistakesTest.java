package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake is one sentence with its remedy, before anything is measured. */
class MistakesTest {
  @TempDir private Path temporary;

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
          run --plan fast                       | there is no plan fast; plans: quick, default, full
          run --plan full --quick               | --plan full and --quick contradict each other
          run --dry-run -p rtt=20               | rtt 20: add a unit, as in 20ms
          run --dry-run --rounds 2              | --rounds 2 is out of range
          run --self-test --dry-run             | --self-test sets its own plan, so --dry-run is not allowed
          run --resume results --dry-run        | --resume sets its own plan, so --dry-run is not allowed
          run -p protocol=http -p policy=new-connection-resumed | needs TLS
          run -p policy                         | -p policy lacks a value; give one, as in -p policy=pooled
          run -p                                | -p
          run --quick --full                    | contradict each other
          run --benchmark all                   | there is no benchmark all; benchmarks: request, yearly-records
          run --quick --benchmark yearly-records | the quick plan has no yearly-records; leave --quick out
          run --plan quick --benchmark yearly-records | the quick plan has no yearly-records; leave --plan quick out
          run --quick --pcap x.pcap             | --pcap x.pcap: there are no packets to write without a delay line
          run -p rtt=-1ms                       | rtt=-1ms is out of range; it goes from 0ms
          run -p rtt=abc                        | rtt=abc is out of range
          predict                               | predict takes either --rtt TIME
          predict --rtt 60ms --ratio 3          | predict takes either --rtt TIME
          predict --rtt 60                      | '60': add a unit, as in 60ms
          predict --rtt 0ms                     | --rtt 0ms is loopback
          predict --rtt 61s                     | '61s' is no time between 0ms and 60s
          predict --rtt 60ms --service-time 30  | '30': add a unit, as in 30ms
          predict --rtt 60ms --requests 0       | --requests 0 is out of range; it goes from 1 to 1000000
          predict --ratio 1                     | --ratio 1.0 is out of range
          predict --ratio 30                    | --requests 11 cannot save a factor of 30.0
          predict --rtt 60ms --protocol tls9    | protocol=tls9 is not known
          predict --rtt 60ms no-such-directory  | no-such-directory
          run --rounds 0                        | --rounds 0 is out of range; it goes from 3 to 1000, since an interval needs 3 rounds
          run --rounds 1                        | --rounds 1 is out of range; it goes from 3 to 1000, since an interval needs 3 rounds
          run --rounds 2                        | --rounds 2 is out of range; it goes from 3 to 1000, since an interval needs 3 rounds
          run --rounds 1001                     | --rounds 1001 is out of range; it goes from 3 to 1000
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
          run --self-test -f 5                  | -f has no meaning for run: run makes one fork
          run --resume results --rounds 3       | --resume sets its own plan, so --rounds is not allowed; leave it out
          run --resume results --out x          | --resume sets its own plan, so --out is not allowed
          run --resume results --seed 7         | --resume sets its own plan, so --seed is not allowed
          run --resume no-such-directory        | no-such-directory is no run directory
          run --resume                          | --resume
          run --qiuck                           | qiuck
          run quick                             | run does not know quick
          run -f 5                              | -f has no meaning for run: run makes one fork
          run -f5                               | -f has no meaning for run: run makes one fork
          run -rf json                          | -rf has no meaning for run
          run -tu ms                            | -tu has no meaning for run: results are in microseconds
          run -tu=ms                            | -tu has no meaning for run: results are in microseconds
          run --tu ms                           | -tu has no meaning for run: results are in microseconds
          run -tums                             | neither run nor JMH can take that
          run --bm=thrpt                        | -bm has no meaning for run: run measures average time
          run -t4                               | -t has no meaning for run: a session is one client
          run -tg 1,1                           | -tg has no meaning for run: a session is one client
          run --fo true                         | -foe has no meaning for run
          run -opi 2                            | -opi has no meaning for run: an operation is one call
          run -bs=2                             | -bs has no meaning for run: an operation is one call
          run -wi 5                             | -wi has no meaning for run: run warms each fork up until it has settled; limit it with --warm-up
          run --wi=0                            | -wi has no meaning for run: run warms each fork up
          run -w 10s                            | -w has no meaning for run: run warms each fork up until it has settled; limit it with --warm-up
          run -wm BULK                          | -wm has no meaning for run: run warms each fork up
          run -wbs 2                            | -wbs has no meaning for run: run warms each fork up
          run -wmb x                            | -wmb has no meaning for run: run warms each fork up
          run -wf 1                             | -wf has no meaning for run: run warms each fork up
          run -lprof                            | -lprof has no meaning for run: type jmh -lprof
          run -lrf                              | -lrf has no meaning for run: type jmh -lrf
          run --lp                              | -lp has no meaning for run: type run -lp
          run -i some                           | 'some' of option i
          run -wi many                          | 'many' of option wi
          --qiuck                               | qiuck
          rum                                   | rum
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

  @Test
  void anEmptyOutputIsNotTheCurrentDirectory() {
    final Console console = Console.run("run", "--quick", "--out", "");
    assertThat(console.exitCode()).isEqualTo(2);
    assertThat(console.err()).contains("'' is no name of a directory", "--out results/mine");
    assertThat(console.err().lines()).hasSize(1);
  }

  @Test
  void anOutputBelowAFileIsRefusedBeforeMeasuring() throws IOException {
    final Path file = Files.writeString(temporary.resolve("file"), "taken");
    final Console console = Console.run("run", "--quick", "--out", file.resolve("run").toString());
    assertThat(console.exitCode()).isEqualTo(3);
    assertThat(console.err()).contains(file.toString()).doesNotContain("\tat ");
    assertThat(console.err().lines()).hasSize(1);
  }

  @Test
  void aDirectoryWithContentIsRefusedBeforeMeasuring() throws IOException {
    Files.writeString(temporary.resolve("precious"), "keep me");
    final Console console = Console.run("run", "--quick", "--out", temporary.toString());
    assertThat(console.exitCode()).isEqualTo(3);
    assertThat(console.err()).contains("not empty").doesNotContain("\tat ");
    assertThat(temporary.resolve("precious")).hasContent("keep me");
  }

  @Test
  void helpNamesTheSubcommandsAndExitCodes() {
    final Console console = Console.run("--help");
    assertThat(console.exitCode()).isZero();
    assertThat(console.out()).contains("run", "report", "compare", "jmh", "Exit codes");
  }

  @Test
  void helpAndVersionAreSubcommandsToo() {
    assertThat(Console.run("help", "run")).isEqualTo(Console.run("run", "--help"));
    assertThat(Console.run("help").out()).contains("Exit codes");
    assertThat(Console.run("version")).isEqualTo(Console.run("--version"));
  }

  @Test
  void theVersionNamesACommit() {
    assertThat(Console.run("--version").out()).contains("handshake-cost, commit ");
  }

  @Test
  void outputThatCannotBeWrittenIsNoSuccess() {
    final StringWriter err = new StringWriter();
    final PrintWriter full =
        new PrintWriter(
            new Writer() {
              @Override
              public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("No space left on device");
              }

              @Override
              public void flush() {}

              @Override
              public void close() {}
            });

    assertThat(HandshakeCost.run(new String[] {"--version"}, full, new PrintWriter(err, true)))
        .isEqualTo(1);
    assertThat(err.toString().strip()).startsWith("cannot write to standard output");
  }
}
