cask "longshore" do
  version "VERSION"
  sha256 "DMG_SHA256"

  url "DOWNLOADS/DMG_NAME"
  name "Longshore"
  desc "Watch and steer Astra DB Sideloader migrations"
  homepage "HOMEPAGE"

  app "Longshore.app"

  zap trash: "~/Library/Application Support/Longshore"
end
