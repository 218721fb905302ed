import type { Writer } from '../look/writer.ts'

/** How far a trader has scrolled to the columns behind; as far as there is something behind. */
export const scrolledAside = ({ choices, random }: Writer): { 'data-scroll-left'?: number } =>
  choices['scrolled aside'] === 'no'
    ? {}
    : {
        'data-scroll-left':
          random.fork('scrolled aside').whole(40, 700) *
          (choices.direction === 'right to left' ? -1 : 1),
      }
