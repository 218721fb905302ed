/** The page shown after installation; the popup’s "Help" opens it too. */
export const welcome = {
  'welcome.title': 'A brake for the moment when you want to add margin',
  'welcome.lead':
    'Margin Brake sits on top of the Binance futures page. It reads the positions you see there and shows how far away liquidation is and what one more margin addition would change.',
  'welcome.does': 'What it does',
  'welcome.does.distance':
    'Shows how far each position is from liquidation, as a figure and as a picture.',
  'welcome.does.additions': 'Counts how often you add margin, and speaks up after the second time.',
  'welcome.does.stop': 'Reminds you of a stop-loss that’s missing or would never trigger.',
  'welcome.does.before':
    'Shows in the margin dialog what an amount would change, before you confirm.',
  'welcome.does.unknown': 'Says “unknown” when it isn’t sure. A wrong figure is worse than none.',
  'welcome.never': 'What it never does',
  'welcome.never.trade': 'It never trades, clicks or types for you. It only reads.',
  'welcome.never.keys': 'It never asks for an API key, password or account.',
  'welcome.never.network': 'It makes no network requests. What it reads stays in this browser.',
  'welcome.never.advice':
    'It doesn’t predict prices or recommend trades. It’s unofficial: the exchange didn’t make it.',
  'welcome.limits': 'Choose three limits',
  'welcome.limits.intro':
    'Set them while you’re calm. You can change all limits later from the toolbar button.',
  'welcome.try': 'Try it',
  'welcome.try.intro':
    'A made-up position: {notional} long at {leverage}× in isolated mode. No account, no money, no real price.',
  'welcome.try.down': 'Price falls {share}',
  'welcome.try.add': 'Add {amount} of margin',
  'welcome.try.stop': 'Set a stop-loss at {price}',
  'welcome.try.no-stop': 'Remove the stop-loss',
  'welcome.try.restart': 'Start again',
  'welcome.try.mark': 'Mark price {price}',
  'welcome.try.liquidated':
    'Liquidated. {amount} is gone: the initial margin and every margin addition.',
  'welcome.try.stopped': 'The stop-loss closed the position. The loss ended there: {amount}.',
  'welcome.lessons': 'Good to know beforehand',
  'welcome.lesson.isolated': 'Isolated: you can add margin by hand.',
  'welcome.lesson.isolated.why':
    'It costs no fee and comes from the available balance of your futures account. If that isn’t enough, you have to transfer funds from spot first.',
  'welcome.lesson.cross': 'Cross: you don’t add margin.',
  'welcome.lesson.cross.why':
    'Your whole balance already backs every cross position, and one losing position can use up all of it.',
  'welcome.next': 'What’s next',
  'welcome.next.open':
    'Open your futures page with the Positions tab selected. The panel appears by itself.',
  'welcome.next.pin':
    'Pin Margin Brake to the toolbar: its badge shows the smallest distance on the page.',
  'welcome.next.keys':
    'Collapse the panel, hide amounts or open the self-check with the keyboard: see Settings.',
} as const
