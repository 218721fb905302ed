import { checkPackage, checkSources } from './check-package.ts'
import type { Fault, Listing, Picture, ReleaseFacts } from './release-facts.ts'
import { pictureLanguages, storeLimits } from './store-limits.ts'

const checkListing = ({ file, name, summary, description }: Listing): Fault[] => {
  const { nameLetters, summaryLetters, descriptionLetters } = storeLimits
  const { least, most } = descriptionLetters
  const faults = [
    ...(name === '' ? ['has no name'] : []),
    ...(name.length > nameLetters ? [`the name has ${String(name.length)} letters`] : []),
    ...(summary !== null && summary.length > summaryLetters
      ? [`the summary has ${String(summary.length)} letters of ${String(summaryLetters)}`]
      : []),
    ...(description.length < least || description.length > most
      ? [
          `the description has ${String(description.length)} letters, not ${String(least)} to ${String(most)}`,
        ]
      : []),
  ]
  return faults.map((what) => ({ where: file, what }))
}

const checkSize = (
  { file, width, height, hasAlpha }: Picture,
  wanted: { width: number; height: number },
): Fault[] => {
  const size = ({ width: w, height: h }: typeof wanted) => `${String(w)} × ${String(h)}`
  return [
    ...(width === wanted.width && height === wanted.height
      ? []
      : [{ where: file, what: `is ${size({ width, height })}, not ${size(wanted)}` }]),
    ...(hasAlpha
      ? [{ where: file, what: 'has an alpha channel, which Chrome’s store refuses' }]
      : []),
  ]
}

const checkPictures = ({ screenshots, tile }: ReleaseFacts): Fault[] => {
  const { most, width, height } = storeLimits.screenshots
  return [
    ...Object.entries(screenshots).flatMap(([folder, pictures]) => [
      ...(pictures.length === 0 || pictures.length > most
        ? [
            {
              where: folder,
              what: `holds ${String(pictures.length)} screenshots, not 1 to ${String(most)}`,
            },
          ]
        : []),
      ...pictures.flatMap((picture) => checkSize(picture, { width, height })),
    ]),
    ...pictureLanguages
      .filter((language) => screenshots[`docs/store/pictures/${language}`] === undefined)
      .map((language) => ({ where: 'docs/store/pictures', what: `has none in ${language}` })),
    ...(tile === null
      ? [{ where: 'promotional tile', what: 'is not there' }]
      : checkSize(tile, storeLimits.tile)),
  ]
}

/** Text of one section of the change log; `null`: there is none. */
const sectionOf = (changelog: string, title: string): string | null => {
  const [, after] = changelog.split(`\n## [${title}]`)
  return after?.split('\n## [')[0]?.split('\n').slice(1).join('\n').trim() ?? null
}

const checkVersion = ({ version, changelog, tags }: ReleaseFacts): Fault[] => {
  const where = 'CHANGELOG.md'
  const section = sectionOf(changelog, version)
  const dated = new RegExp(
    `^## \\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d{2}-\\d{2}$`,
    'm',
  )
  return [
    ...(section === null || section === ''
      ? [{ where, what: `says nothing of ${version}, the version of package.json` }]
      : dated.test(changelog)
        ? []
        : [{ where, what: `gives ${version} no date` }]),
    ...((sectionOf(changelog, 'Unreleased') ?? '') === ''
      ? []
      : [{ where, what: 'still has unreleased changes: cut them' }]),
    ...(tags.includes(`v${version}`)
      ? [{ where: 'git', what: `the tag v${version} is there already: that version is out` }]
      : []),
  ]
}

/**
 * Everything that a store, or a reader of the release, would stumble over. Between releases the version is the
 * one that is out, and changes wait for the next: then only what goes to the stores is looked at.
 */
export const checkRelease = (
  facts: ReleaseFacts,
  { betweenReleases }: { betweenReleases: boolean },
): Fault[] => {
  const { packages, listings, languages } = facts
  const translated = listings.filter(({ language }) => language !== 'en')
  const untranslated =
    translated.length === 0
      ? []
      : languages.filter((language) => !listings.some((each) => each.language === language))
  return [
    ...checkPackage('chrome', packages.chrome, facts),
    ...checkPackage('firefox', packages.firefox, facts),
    ...checkSources(packages.sources),
    ...(listings.some(({ language }) => language === 'en')
      ? []
      : [{ where: 'docs/store', what: 'has no English listing' }]),
    ...untranslated.map((language) => ({
      where: 'docs/store',
      what: `has no listing in ${language}`,
    })),
    ...listings.flatMap(checkListing),
    ...checkPictures(facts),
    ...(betweenReleases ? [] : checkVersion(facts)),
  ]
}
