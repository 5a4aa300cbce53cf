import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;

/** Runs HeidelTime in one process over files named on standard input, a date and a path on each line. */
public class HeidelTimeRun {
    public static void main(String[] arguments) throws Exception {
        POSTagger tagger = POSTagger.valueOf(arguments[1]);
        HeidelTimeStandalone heidelTime = new HeidelTimeStandalone(
            Language.GERMAN, DocumentType.NEWS, OutputType.TIMEML, arguments[0], tagger, true);
        SimpleDateFormat dates = new SimpleDateFormat("yyyy-MM-dd");
        int found = 0;
        for (String line : new String(System.in.readAllBytes(), "UTF-8").split("\n")) {
            if (line.isBlank()) {
                continue;
            }
            String[] cells = line.split("\t");
            String text = Files.readString(Path.of(cells[1]));
            found += heidelTime.process(text, dates.parse(cells[0])).split("<TIMEX3 ").length - 1;
        }
        System.out.println(found);
    }
}
