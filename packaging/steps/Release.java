/**
 * What is released.
 *
 * @param version numbers only, as in the pom
 * @param maintainer a name and an address in angle brackets
 * @param homepage the address of the project
 */
record Release(String version, String maintainer, String homepage) {}
