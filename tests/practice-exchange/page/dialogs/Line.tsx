type Props = { label: string; value: string }

/** A label and its figure. */
export const Line = ({ label, value }: Props) => (
  <div className="line">
    <span className="text-TertiaryText">{label}</span>
    <span className="text-PrimaryText">{value}</span>
  </div>
)
