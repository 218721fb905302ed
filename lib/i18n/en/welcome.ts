/** The page after installing; the popup's "Help" leads to it too. */
export const welcome = {
  'welcome.title': 'A brake for the moment when you want to add margin',
  'welcome.lead':
    'Margin Brake lies over the Binance futures page, reads the positions that you see there, and says how far liquidation is and what one more addition would change.',
  'welcome.does': 'What it does',
  'welcome.does.distance':
    'Shows how far each position is from liquidation, as a figure and as a picture.',
  'welcome.does.additions':
    'Counts how often you added margin, and speaks up after the second time.',
  'welcome.does.stop': 'Reminds you of a stop-loss that is missing or would never act.',
  'welcome.does.before':
    'Says in the margin dialog what an amount would change, before you confirm.',
  'welcome.does.unknown': 'Says “unknown” where it is not sure. A wrong figure is worse than none.',
  'welcome.never': 'What it never does',
  'welcome.never.trade': 'It never trades, clicks or types for you. It only reads.',
  'welcome.never.keys': 'It wants no API key, no password and no account.',
  'welcome.never.network': 'It makes no network request. What it knows stays in this browser.',
  'welcome.never.advice':
    'It foretells no price and recommends no trade. It is unofficial: not made by the exchange.',
  'welcome.limits': 'Choose three limits',
  'welcome.limits.intro':
    'In a calm hour. Everything else has a default, and can be changed later from the toolbar button.',
  'welcome.try': 'Try it',
  'welcome.try.intro':
    'An invented position: {notional} long at {leverage}× in isolated mode. No account, no money, no real price.',
  'welcome.try.down': 'Price falls {share}',
  'welcome.try.up': 'Price rises {share}',
  'welcome.try.add': 'Add {amount} of margin',
  'welcome.try.stop': 'Set a stop-loss at {price}',
  'welcome.try.no-stop': 'Remove the stop-loss',
  'welcome.try.restart': 'Start again',
  'welcome.try.mark': 'Mark price {price}',
  'welcome.try.liquidated':
    'Liquidated. {amount} is gone: the first margin and every addition to it.',
  'welcome.try.stopped': 'The stop-loss has closed the position. The loss ended there: {amount}.',
  'welcome.lessons': 'Worth knowing beforehand',
  'welcome.lesson.isolated': 'Isolated: margin can be added by hand.',
  'welcome.lesson.isolated.why':
    'It costs no fee and comes from the available balance of the futures account. If that is short, funds have to be moved from spot first.',
  'welcome.lesson.cross': 'Cross: nothing needs to be added.',
  'welcome.lesson.cross.why':
    'The whole balance stands behind every position by itself, and one losing position can take all of it.',
  'welcome.next': 'And then',
  'welcome.next.open':
    'Open your futures page with the Positions tab in front. The panel appears by itself.',
  'welcome.next.pin':
    'Pin Margin Brake to the toolbar: its badge shows the smallest distance of the tab.',
  'welcome.next.keys': 'Fold the panel, hide amounts or open the self-check by key: see Settings.',
} as const
