/** What a package for a store holds, by the path inside it. */
export type Package = {
  file: string
  names: readonly string[]
  /** Text of a file; `null`: it is not in there. */
  text: (name: string) => string | null
  bytes: (name: string) => Buffer | null
}

export type Picture = { file: string; width: number; height: number; hasAlpha: boolean }

/** What a store prints of us beside the package. */
export type Listing = {
  file: string
  language: string
  name: string
  /** Of its own, where the store asks for one beside the manifest's. */
  summary: string | null
  description: string
}

/** All of a release that can be looked at without credentials. */
export type ReleaseFacts = {
  version: string
  changelog: string
  /** Names of the tags that there are. */
  tags: readonly string[]
  languages: readonly string[]
  packages: { chrome: Package | null; firefox: Package | null; sources: Package | null }
  listings: readonly Listing[]
  /** By folder: the stores show one folder to each language. */
  screenshots: Readonly<Record<string, readonly Picture[]>>
  tile: Picture | null
}

/** One thing that a store, or a reader of the release, would stumble over. */
export type Fault = { where: string; what: string }
