# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
"""What is sent to Altizure, by operation: GraphQL documents, their fragments put in place."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: The document of each operation, by its name.
DOCUMENTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "createProject": """
mutation createProject($name: String!, $type: PROJECT_TYPE, $imported: Boolean, $modelType: IMPORTED_MODEL_TYPE, $visibility: PROJECT_VISIBILITY) {
  createProject(
    name: $name
    type: $type
    imported: $imported
    modelType: $modelType
    visibility: $visibility
  ) {
    id
    name
    isImported
    importedState
    projectType
    visibility
    description
    date
    numImage
    gigaPixel
    taskState
  }
}
""".strip(),
        "findProjects": """
query findProjects($id: String!, $limit: Int, $myProject: Boolean) {
  search {
    projectID(id: $id, limit: $limit, myProject: $myProject) {
      id
      name
      isImported
      importedState
      projectType
      visibility
      description
      date
      numImage
      gigaPixel
      taskState
    }
  }
}
""".strip(),
        "getProjectGeometry": """
query getProjectGeometry($id: ID!) {
  project(id: $id) {
    id
    modelType
    geoInfo {
      mercatorTransform
      transformed
      manualAligned
      autoAligned
      minLat
      minLong
      maxLat
      maxLong
      centerLat
      centerLong
    }
    modelTransform {
      origin
      xDir
      yDir
      zDir
      minBound
      maxBound
      xTiles
      yTiles
      zTiles
      floorHeight
      onLoadTrans
      lengthUnitToMeter
      initialCamPos {
        cameraPos
        centerPos
      }
    }
    cropMask {
      usage
      maskBox {
        minX
        minY
        maxX
        maxY
      }
      maskInfos {
        polyNum
        width
        height
      }
    }
    waterMask {
      maskBox {
        minX
        minY
        maxX
        maxY
      }
      maskInfos {
        level
        alpha
        wave
        polyNum
        width
        height
      }
    }
  }
}
""".strip(),
        "getProject": """
query getProject($id: ID!) {
  project(id: $id) {
    id
    name
    isImported
    importedState
    projectType
    visibility
    description
    date
    numImage
    gigaPixel
    taskState
  }
}
""".strip(),
        "listProjects": """
query listProjects($first: Int, $after: String, $search: String) {
  my {
    allProjects(first: $first, after: $after, search: $search) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          isImported
          importedState
          projectType
          visibility
          description
          date
          numImage
          gigaPixel
          taskState
        }
      }
    }
  }
}
""".strip(),
        "listAnnotations": """
query listAnnotations($id: ID!, $first: Int, $after: String) {
  project(id: $id) {
    annotations(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          modelx
          modely
          modelz
          title
          description
          color
          glyph
          createTimestamp
          editTimestamp
          cameraPosition {
            x
            y
            z
          }
          centerPosition {
            x
            y
            z
          }
        }
      }
    }
  }
}
""".strip(),
        "listDownloads": """
query listDownloads($id: ID!, $first: Int, $after: String) {
  project(id: $id) {
    downloads(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          state
          name
          size
          mtime
          link
        }
      }
    }
  }
}
""".strip(),
        "listProjectsNear": """
query listProjectsNear($latitude: Float!, $longitude: Float!, $span: Float, $limit: Int, $range: Float) {
  geoNearProjects(
    center: {latitude: $latitude, longitude: $longitude}
    span: $span
    limit: $limit
    range: $range
  ) {
    id
    name
    isImported
    importedState
    projectType
    visibility
    description
    date
    numImage
    gigaPixel
    taskState
  }
}
""".strip(),
        "listPublicProjects": """
query listPublicProjects($first: Int, $after: String, $collection: ID) {
  allProjects(first: $first, after: $after, collectionByID: $collection) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        name
        isImported
        importedState
        projectType
        visibility
        description
        date
        numImage
        gigaPixel
        taskState
      }
    }
  }
}
""".strip(),
        "listPublishedCopies": """
query listPublishedCopies($id: ID!) {
  project(id: $id) {
    cloudPath {
      key
      dataUrl
    }
  }
}
""".strip(),
        "listReconstructionProjects": """
query listReconstructionProjects($first: Int, $after: String) {
  my {
    projects(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          isImported
          importedState
          projectType
          visibility
          description
          date
          numImage
          gigaPixel
          taskState
        }
      }
    }
  }
}
""".strip(),
        "getProjectProgress": """
query getProjectProgress($id: ID!) {
  project(id: $id) {
    id
    isImported
    importedState
    taskState
    errorCode
    numImage
  }
}
""".strip(),
        "removeProject": """
mutation removeProject($id: ID!) {
  removeProject(id: $id) {
    id
    name
    isImported
    importedState
    projectType
    visibility
    description
    date
    numImage
    gigaPixel
    taskState
  }
}
""".strip(),
        "reportProject": """
mutation reportProject($id: ID!, $description: String!) {
  reportProject(id: $id, description: $description) {
    id
    name
    isImported
    importedState
    projectType
    visibility
    description
    date
    numImage
    gigaPixel
    taskState
  }
}
""".strip(),
        "transferProject": """
mutation transferProject($id: ID!, $email: String!, $message: String) {
  transferProject(id: $id, options: {email: $email, message: $message}) {
    error {
      message
    }
    result
  }
}
""".strip(),
        "doneImageUpload": """
mutation doneImageUpload($id: ID!) {
  doneImageUpload(id: $id) {
    id
    state
    name
    filename
    checksum
    error
  }
}
""".strip(),
        "getImage": """
query getImage($pid: ID!, $id: ID!) {
  project(id: $pid) {
    image(id: $id) {
      id
      state
      name
      filename
      checksum
      error
    }
  }
}
""".strip(),
        "hasImage": """
mutation hasImage($pid: ID!, $checksum: String!) {
  hasImage(pid: $pid, checksum: $checksum) {
    id
    state
    name
    filename
    checksum
    error
  }
}
""".strip(),
        "listImages": """
query listImages($pid: ID!, $first: Int, $after: String) {
  project(id: $pid) {
    allImages(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          state
          name
          filename
          checksum
          error
        }
      }
    }
  }
}
""".strip(),
        "listOriginalImages": """
query listOriginalImages($pid: ID!, $first: Int, $after: String) {
  project(id: $pid) {
    allImages(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          state
          name
          filename
          checksum
          error
          url
          grounded
        }
      }
    }
  }
}
""".strip(),
        "signImagesOSS": """
mutation signImagesOSS($pid: ID!, $bucket: BucketOSS!, $filename: String!, $type: IMAGE_TYPE) {
  uploadImageOSS(pid: $pid, bucket: $bucket, filename: $filename, type: $type) {
    sts {
      id
      secret
      token
      bucket
      endpoint
      expire
    }
  }
}
""".strip(),
        "startImageUpload": """
mutation startImageUpload($id: ID!) {
  startImageUpload(id: $id) {
    id
    state
    name
    filename
    checksum
    error
  }
}
""".strip(),
        "uploadImageMinio": """
mutation uploadImageMinio($pid: ID!, $bucket: BucketMinio!, $filename: String!, $type: IMAGE_TYPE, $checksum: String) {
  uploadImageMinio(
    pid: $pid
    bucket: $bucket
    filename: $filename
    type: $type
    checksum: $checksum
  ) {
    url
    image {
      id
      state
      name
      filename
      checksum
      error
    }
  }
}
""".strip(),
        "uploadImageOSS": """
mutation uploadImageOSS($pid: ID!, $bucket: BucketOSS!, $filename: String!, $type: IMAGE_TYPE, $checksum: String) {
  uploadImageOSS(
    pid: $pid
    bucket: $bucket
    filename: $filename
    type: $type
    checksum: $checksum
  ) {
    image {
      id
      state
      name
      filename
      checksum
      error
    }
  }
}
""".strip(),
        "uploadImageS3": """
mutation uploadImageS3($pid: ID!, $bucket: BucketS3!, $filename: String!, $type: IMAGE_TYPE, $checksum: String) {
  uploadImageS3(
    pid: $pid
    bucket: $bucket
    filename: $filename
    type: $type
    checksum: $checksum
  ) {
    url
    image {
      id
      state
      name
      filename
      checksum
      error
    }
  }
}
""".strip(),
        "uploadImageURL": """
mutation uploadImageURL($pid: ID!, $url: String!, $filename: String, $checksum: String, $token: String) {
  uploadImageURL(
    pid: $pid
    url: $url
    filename: $filename
    checksum: $checksum
    token: $token
  ) {
    id
    state
    name
    filename
    checksum
    error
  }
}
""".strip(),
        "getMetaFile": """
query getMetaFile($pid: ID!, $id: ID!) {
  project(id: $pid) {
    metaFile(id: $id) {
      id
      state
      name
      filename
      filesize
      date
      checksum
      error
    }
  }
}
""".strip(),
        "hasMetaFile": """
query hasMetaFile($pid: ID!, $checksum: String!) {
  project(id: $pid) {
    hasMetaFile(checksum: $checksum) {
      id
      state
      name
      filename
      filesize
      date
      checksum
      error
    }
  }
}
""".strip(),
        "uploadMetaFileMinio": """
mutation uploadMetaFileMinio($pid: ID!, $bucket: BucketMinioMeta!, $filename: String!) {
  uploadMetaFileMinio(pid: $pid, bucket: $bucket, filename: $filename) {
    url
    file {
      id
      state
      name
      filename
      filesize
      date
      checksum
      error
    }
  }
}
""".strip(),
        "uploadMetaFileS3": """
mutation uploadMetaFileS3($pid: ID!, $bucket: BucketS3!, $filename: String!) {
  uploadMetaFileS3(pid: $pid, bucket: $bucket, filename: $filename) {
    url
    file {
      id
      state
      name
      filename
      filesize
      date
      checksum
      error
    }
  }
}
""".strip(),
        "uploadMetaURL": """
mutation uploadMetaURL($pid: ID!, $url: String!, $filename: String, $checksum: String) {
  uploadMetaURL(pid: $pid, url: $url, filename: $filename, checksum: $checksum) {
    id
    state
    name
    filename
    filesize
    date
    checksum
    error
  }
}
""".strip(),
        "doneModelUpload": """
mutation doneModelUpload($id: ID!, $merge: Boolean) {
  doneModelUpload(id: $id, merge: $merge) {
    id
    name
    isImported
    importedState
    projectType
    visibility
    description
    date
    numImage
    gigaPixel
    taskState
  }
}
""".strip(),
        "uploadModelMinio": """
mutation uploadModelMinio($id: ID!, $bucket: BucketMinioModel!, $filename: String!) {
  uploadModelMinio(id: $id, bucket: $bucket, filename: $filename) {
    url
    file {
      id
      state
      name
      filename
    }
  }
}
""".strip(),
        "uploadModelS3": """
mutation uploadModelS3($id: ID!, $bucket: BucketS3Model!, $filename: String!) {
  uploadModelS3(id: $id, bucket: $bucket, filename: $filename) {
    url
    file {
      id
      state
      name
      filename
    }
  }
}
""".strip(),
        "uploadModelURL": """
mutation uploadModelURL($pid: ID!, $url: String!, $filename: String, $checksum: String) {
  uploadModelURL(pid: $pid, url: $url, filename: $filename, checksum: $checksum) {
    id
    state
    name
    filename
  }
}
""".strip(),
        "preStartReconstruction": """
mutation preStartReconstruction($id: ID!, $taskType: TASK_TYPE) {
  preStartReconstruction(id: $id, options: {taskType: $taskType}) {
    __typename
  }
}
""".strip(),
        "startReconstructionWithError": """
mutation startReconstructionWithError($id: ID!, $taskType: TASK_TYPE) {
  startReconstructionWithError(id: $id, options: {taskType: $taskType}) {
    error {
      code
      message
    }
    task {
      id
      taskType
      state
      startDate
      endDate
      queueing
    }
  }
}
""".strip(),
        "startReconstructionWithCoupons": """
mutation startReconstructionWithCoupons($id: ID!, $coupons: [ID!]!, $taskType: TASK_TYPE) {
  startReconstructionWithError(
    id: $id
    options: {taskType: $taskType, coupons: $coupons}
  ) {
    error {
      code
      message
    }
    task {
      id
      taskType
      state
      startDate
      endDate
      queueing
    }
  }
}
""".strip(),
        "stopReconstruction": """
mutation stopReconstruction($id: ID!) {
  stopReconstruction(id: $id) {
    id
    taskType
    state
    startDate
    endDate
    queueing
  }
}
""".strip(),
        "listNearestImageBuckets": """
query listNearestImageBuckets {
  getGeoIPInfo {
    nearestBuckets {
      bucket
      display
      cloud
    }
  }
}
""".strip(),
        "listNearestMetaBuckets": """
query listNearestMetaBuckets {
  getGeoIPInfo {
    nearestMetaBuckets {
      bucket
      display
      cloud
    }
  }
}
""".strip(),
        "listNearestModelBuckets": """
query listNearestModelBuckets {
  getGeoIPInfo {
    nearestModelBuckets {
      bucket
      display
      cloud
    }
  }
}
""".strip(),
        "getUserToken": """
mutation getUserToken($email: String!, $password: String!, $fresh: Boolean) {
  getUserToken(email: $email, password: $password, fresh: $fresh)
}
""".strip(),
        "getUserTokenByLoginCode": """
mutation getUserTokenByLoginCode($phone: String!, $code: String!, $fresh: Boolean) {
  getUserTokenByLoginCode(phone: $phone, code: $code, fresh: $fresh)
}
""".strip(),
        "getMyself": """
query getMyself {
  my {
    self {
      id
      username
      name
      email
      country
      joined
      balance
      freeGPQuota
      membershipState
      modelUsage
      membership {
        state
        planName
        period
        startDate
        endDate
        memberGPQuota
        coinPerGP
        assetStorage
        visibility
        coupon {
          value
          repeat
          validMonth
        }
        modelPerProject
        collaboratorQuota
        forceWatermark
      }
      developer {
        status
      }
      stats {
        star
        project
        planet
        follower
        following
      }
    }
  }
}
""".strip(),
        "requestLoginCode": """
mutation requestLoginCode($phone: String!) {
  requestLoginCode(phone: $phone) {
    error {
      code
      message
    }
    result
  }
}
""".strip(),
        "setProfileFace": """
mutation setProfileFace($imgStr: String!) {
  setProfileFace(imgStr: $imgStr)
}
""".strip(),
        "transferCoins": """
mutation transferCoins($amount: Float!, $email: String!, $message: String) {
  transferCoins(amount: $amount, options: {email: $email, message: $message}) {
    error {
      message
    }
    result
  }
}
""".strip(),
        "coinsToMoney": """
query coinsToMoney($coins: Float!, $currency: CURRENCY!) {
  bank {
    coinsToMoney(coins: $coins, currency: $currency)
  }
}
""".strip(),
        "sizeToGigaPixel": """
query sizeToGigaPixel($width: Int!, $height: Int!, $numImg: Int!) {
  utility {
    sizeToGigaPixel(width: $width, height: $height, numImg: $numImg)
  }
}
""".strip(),
        "moneyToCoins": """
query moneyToCoins($money: Float!, $currency: CURRENCY!) {
  bank {
    moneyToCoins(money: $money, currency: $currency)
  }
}
""".strip(),
        "getApiVersion": """
query getApiVersion {
  versions {
    api
  }
}
""".strip(),
        "getEndpoints": """
query getEndpoints {
  support {
    endpoints {
      api
      web
    }
  }
}
""".strip(),
        "listEnumValues": """
query listEnumValues($name: String!) {
  __type(name: $name) {
    enumValues {
      name
      description
    }
  }
}
""".strip(),
        "getErrorCodeInfo": """
query getErrorCodeInfo($code: PROJECT_ERROR_CODE!, $lang: LOCALE_TYPE) {
  support {
    errorCodeInfo(code: $code, lang: $lang) {
      code
      description
      solution
    }
  }
}
""".strip(),
        "listSupportedClouds": """
query listSupportedClouds($kind: UPLOAD_TYPE) {
  support {
    supportedCloud(kind: $kind)
  }
}
""".strip(),
        "getSystemMode": """
query getSystemMode {
  support {
    systemMode
  }
}
""".strip(),
        "testNetwork": """
query testNetwork($url: String!) {
  support {
    networkTest(url: $url)
  }
}
""".strip(),
    }
)

__all__ = ("DOCUMENTS",)
