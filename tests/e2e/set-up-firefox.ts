import { buildFor } from './build-all.ts'

export default buildFor('firefox')
