import { render } from 'preact'
import 'uplot/dist/uPlot.min.css'
import { JournalPage } from '@/components/journal/JournalPage'
import '@/components/tokens.css'
import { followTheme } from './follow-theme'
import { journalSource } from './journal-source'
import './style.css'

const root = document.getElementById('journal')
if (root !== null) {
  const source = journalSource()
  followTheme((theme) => {
    render(<JournalPage source={source} theme={theme} />, root)
  })
}
