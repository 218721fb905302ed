/**
 * `new Decimal(9) < new Decimal(10)` is false, `===` compares identity and `-d` is a number;
 * TypeScript accepts all three. On a Decimal only its methods may be used, and of those only the ones that
 * ship.
 */
import { ESLintUtils } from '@typescript-eslint/utils'
import { decimalMethods, decimalStatics } from '../../bundling/decimal-methods.js'

const shipped = new Set([...decimalMethods, ...decimalStatics])

const isDecimal = (type) =>
  type.isUnion() ? type.types.some(isDecimal) : type.getSymbol()?.getName() === 'Decimal'

const isNullish = (node) =>
  (node.type === 'Literal' && node.value === null) ||
  (node.type === 'Identifier' && node.name === 'undefined')

/** Whether a node holds a Decimal is asked of the type checker, so an alias cannot hide one. */
export default ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      operator: 'Operator "{{operator}}" on a Decimal. Use its methods (.plus, .lt, .eq, .neg, …).',
      method: 'bundling/decimal-methods.js keeps “{{method}}” out of what ships.',
      text: 'A Decimal in a template prints an exponent below 1e-7. Use .toFixed() or lib/i18n.',
    },
  },
  defaultOptions: [],
  create(context) {
    const services = ESLintUtils.getParserServices(context)
    const holdsDecimal = (node) => isDecimal(services.getTypeAtLocation(node))
    const refuse = (node, operator) =>
      context.report({ node, messageId: 'operator', data: { operator } })

    return {
      BinaryExpression(node) {
        if (node.operator === 'in' || node.operator === 'instanceof') return
        if (isNullish(node.left) || isNullish(node.right)) return
        if (holdsDecimal(node.left) || holdsDecimal(node.right)) refuse(node, node.operator)
      },
      AssignmentExpression(node) {
        const plain = ['=', '??=', '||=', '&&='].includes(node.operator)
        if (!plain && holdsDecimal(node.left)) refuse(node, node.operator)
      },
      UnaryExpression(node) {
        const arithmetic = ['-', '+', '~'].includes(node.operator)
        if (arithmetic && holdsDecimal(node.argument)) refuse(node, node.operator)
      },
      UpdateExpression(node) {
        if (holdsDecimal(node.argument)) refuse(node, node.operator)
      },
      CallExpression({ callee }) {
        if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
        const method = callee.property.name
        if (shipped.has(method) || !holdsDecimal(callee.object)) return
        context.report({ node: callee, messageId: 'method', data: { method } })
      },
      TemplateLiteral(node) {
        for (const expression of node.expressions) {
          if (holdsDecimal(expression)) context.report({ node: expression, messageId: 'text' })
        }
      },
    }
  },
})
