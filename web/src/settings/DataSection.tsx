import { Link } from '@tanstack/react-router';
import type { Me } from '@teahouse/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportPath } from '../data/accounts.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { DownloadIcon } from '../ui/icons.tsx';
import { DeleteAccountSheet } from './DeleteAccountSheet.tsx';
import { Part } from './Part.tsx';

export function DataSection({ me }: { me: Me }) {
  // The sheet's own words are fetched along: waiting for them later would hide the screen and lose the focus.
  const { t } = useTranslation(['settings', 'account']);
  const [isDeleting, setDeleting] = useState(false);
  return (
    <div>
      <Part title={t('data.export')} body={t('data.exportBody')}>
        <a href={exportPath} download className={`${buttonClass('outline')} self-start`}>
          <DownloadIcon size={19} />
          {t('data.download')}
        </a>
      </Part>
      <Part title={t('data.statements')} body={t('data.statementsBody')}>
        <Link to="/statements" className={`${buttonClass('outline')} self-start`}>
          {t('data.statementsOpen')}
        </Link>
      </Part>
      <Part title={t('data.delete')} body={t('data.deleteBody')}>
        <Button look="danger" className="self-start" onClick={() => setDeleting(true)}>
          {t('data.deleteOpen')}
        </Button>
      </Part>
      {isDeleting ? <DeleteAccountSheet me={me} onClose={() => setDeleting(false)} /> : null}
    </div>
  );
}
