export { joinSamples, withArchivedChart } from './join-samples'
export { journalIndex, notArchived } from './journal-index'
export { mergeEpisodes } from './merge-episodes'
export { parseEpisode } from './parse-episode'
