import { assetCard } from '../services/assets/card.ts'
import { depreciateAssets, previewDepreciation } from '../services/assets/depreciation.ts'
import { disposeAsset } from '../services/assets/disposal.ts'
import { goneAssets } from '../services/assets/gone.ts'
import { acquireAsset, takeOverAsset } from '../services/assets/incoming.ts'
import { assetRegister, updateAsset } from '../services/assets/register.ts'
import { depreciationRuns } from '../services/assets/runs.ts'
import { os, reads, writes } from './base.ts'

export const assets = {
  acquire: os.assets.acquire.handler(writes(acquireAsset)),
  takeOver: os.assets.takeOver.handler(writes(takeOverAsset)),
  update: os.assets.update.handler(writes(updateAsset)),
  get: os.assets.get.handler(reads(assetCard)),
  runs: os.assets.runs.handler(reads(depreciationRuns)),
  preview: os.assets.preview.handler(reads(previewDepreciation)),
  depreciate: os.assets.depreciate.handler(writes(depreciateAssets)),
  dispose: os.assets.dispose.handler(writes(disposeAsset)),
  gone: os.assets.gone.handler(reads(goneAssets)),
  register: os.assets.register.handler(reads(assetRegister)),
}
