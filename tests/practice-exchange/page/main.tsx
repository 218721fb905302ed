import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import './controls.ts'
import './style/index.css'

const root = document.getElementById('__APP')
if (root !== null) createRoot(root).render(<App />)
