import { ImportButton } from '../own-page/ImportButton'
import { usePageTranslation } from '../own-page/page-translation'
import type { KeyOfCommand } from './settings-source'
import { SwitchSetting } from '../own-page/SwitchSetting'

type FileProps = { onExport: () => void; onImport: (file: File) => void }

export const FileCard = ({ onExport, onImport }: FileProps) => {
  const { t } = usePageTranslation()
  return (
    <section class="card">
      <h2>{t('settings.file')}</h2>
      <p class="note">{t('settings.file.why')}</p>
      <div class="buttons">
        <button type="button" data-action="export" onClick={onExport}>
          {t('settings.export')}
        </button>
        <ImportButton label={t('settings.import')} onFile={onImport} />
      </div>
    </section>
  )
}

type SyncProps = {
  isSharing: boolean
  /** `null`: this browser carries nothing between browsers. */
  onShare: ((isOn: boolean) => void) | null
}

export const SyncCard = ({ isSharing, onShare }: SyncProps) => {
  const { t } = usePageTranslation()
  return (
    <section class="card">
      <h2>{t('settings.sync')}</h2>
      {onShare === null ? (
        <p>{t('settings.sync.unavailable')}</p>
      ) : (
        <SwitchSetting
          data={{ 'data-setting': 'share' }}
          label={t('settings.sync.switch')}
          why={t('settings.sync.why')}
          checked={isSharing}
          onChange={onShare}
        />
      )}
    </section>
  )
}

export const KeysCard = ({ keys }: { keys: readonly KeyOfCommand[] }) => {
  const { t } = usePageTranslation()
  return (
    <section class="card">
      <h2>{t('settings.keys')}</h2>
      <dl class="keys">
        {keys.map(({ command, shortcut }) => (
          <div key={command} data-command={command}>
            <dt>{t(`command.${command}`)}</dt>
            <dd>{shortcut === '' ? t('settings.keys.none') : <kbd>{shortcut}</kbd>}</dd>
          </div>
        ))}
      </dl>
      <p class="note">{t('settings.keys.why')}</p>
    </section>
  )
}

export const EraseCard = ({ onErase }: { onErase: () => void }) => {
  const { t } = usePageTranslation()
  return (
    <section class="card">
      <h2>{t('settings.erase')}</h2>
      <p class="note">{t('settings.erase.text')}</p>
      <div class="buttons">
        <button type="button" class="danger" data-action="erase" onClick={onErase}>
          {t('settings.erase')}
        </button>
      </div>
    </section>
  )
}
