import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The peer of the speed benchmark: the Arabic segmenter, sentence splitter and
 * tagger of Stanford CoreNLP.
 *
 * The argument is a file of texts with NUL between them. When the first sentence
 * has been analysed it prints "ready". For each line of standard input it
 * analyses all texts and prints the nanoseconds it took by the clock, those of
 * the processor (all threads), and how many words it found.
 */
public class Peer {
  public static void main(String[] args) throws Exception {
    Properties properties = new Properties();
    try (var in = Peer.class.getClassLoader().getResourceAsStream("StanfordCoreNLP-arabic.properties")) {
      properties.load(in);
    }
    properties.setProperty("annotators", "tokenize,ssplit,pos"); // tokenize segments
    StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
    analyze(pipeline, "قال المتحدث باسم القوات إن الطيران قصف مواقع في مدينة درنة شرق ليبيا.");
    System.out.println("ready");

    String[] texts = Files.readString(Path.of(args[0])).split("\0");
    var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var in = new BufferedReader(new InputStreamReader(System.in));
    while (in.readLine() != null) {
      long clock = System.nanoTime(), processor = system.getProcessCpuTime();
      int words = 0;
      for (String text : texts) {
        words += analyze(pipeline, text);
      }
      clock = System.nanoTime() - clock;
      processor = system.getProcessCpuTime() - processor;
      System.out.println(clock + " " + processor + " " + words);
    }
  }

  private static int analyze(StanfordCoreNLP pipeline, String text) {
    Annotation document = new Annotation(text);
    pipeline.annotate(document);
    int tagged = 0;
    for (var token : document.get(CoreAnnotations.TokensAnnotation.class)) {
      if (token.tag() != null) {
        tagged++;
      }
    }
    return tagged;
  }
}
