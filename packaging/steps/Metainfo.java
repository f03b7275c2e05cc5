import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What software centres show of the program. */
final class Metainfo {
    private Metainfo() {}

    /** The metainfo with the address of the project, its pictures and its releases. */
    static String filled(Release release) throws IOException {
        return Files.readString(Path.of("packaging/linux/dev.longshore.Longshore.metainfo.xml"))
                .replaceFirst("<!--.*?-->\n", "")
                .replace("PICTURES", release.homepage() + "/raw/v" + release.version() + "/src/docs/pictures")
                .replace("HOMEPAGE", release.homepage())
                .replace("RELEASES", Changelog.of(release.version()).metainfo());
    }
}
