# Laptop report for the kiosk, Windows. Run it as administrator from the USB stick:
#   powershell -ExecutionPolicy Bypass -File windows.ps1
# It asks Windows' own tools and writes ONE file beside itself, or into the folder named as its argument.
# It changes nothing on the laptop, reads no personal file and needs no network. A tool that is missing is said in the report.
param([string]$Folder = $PSScriptRoot)
$ErrorActionPreference = 'SilentlyContinue'
$outputs = [ordered]@{}

function Keep([string]$Name, [int]$Status, [byte[]]$Bytes) {
    if ($null -eq $Bytes) { $Bytes = [byte[]]@() }
    if ($Bytes.Length -gt 1048576) { $Bytes = $Bytes[0..1048575] }
    $outputs[$Name] = [ordered]@{ status = $Status; base64 = [Convert]::ToBase64String($Bytes) }
}

function KeepText([string]$Name, [string]$Text) {
    Keep $Name 0 ([Text.Encoding]::UTF8.GetBytes($Text))
}

$system = Get-CimInstance Win32_ComputerSystem
$product = Get-CimInstance Win32_ComputerSystemProduct
$bios = Get-CimInstance Win32_BIOS
$processor = Get-CimInstance Win32_Processor | Select-Object -First 1
KeepText 'computer' ([ordered]@{
    Manufacturer = [string]$system.Manufacturer; Model = [string]$system.Model; Version = [string]$product.Version
    SerialNumber = [string]$bios.SerialNumber; Processor = [string]$processor.Name; TotalPhysicalMemory = [string]$system.TotalPhysicalMemory
} | ConvertTo-Json -Compress)

$battery = Join-Path $env:TEMP 'laptop-report-battery.xml'
powercfg /batteryreport /xml /output $battery | Out-Null
if (Test-Path $battery) { Keep 'powercfg' 0 ([IO.File]::ReadAllBytes($battery)); Remove-Item $battery } else { Keep 'powercfg' 1 $null }

if (Get-Command smartctl) {
    $number = 0
    foreach ($disk in (smartctl --scan | ForEach-Object { ($_ -split ' ')[0] })) {
        $text = (smartctl -j -a $disk) -join "`n"
        Keep "smartctl:disk$number" $LASTEXITCODE ([Text.Encoding]::UTF8.GetBytes($text))
        $number++
    }
} else { Keep 'smartctl' 127 $null }

if (Get-Command Get-BitLockerVolume) {
    KeepText 'bitlocker' ((Get-BitLockerVolume | ForEach-Object { [int]$_.ProtectionStatus }) -join ' ')
} else { Keep 'bitlocker' 127 $null }
KeepText 'dsregcmd' ((dsregcmd /status | Select-String 'AzureAdJoined') -join "`n")
$licence = Get-CimInstance SoftwareLicensingProduct -Filter "PartialProductKey IS NOT NULL AND ApplicationID='55c92734-d682-4d71-983e-d6ec3f16059f'" | Select-Object -First 1
if ($licence) { KeepText 'licence' ([string]$licence.LicenseStatus) }

$report = [ordered]@{ kiosk_laptop_report = 1; system = 'windows'; made_at = (Get-Date).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ'); outputs = $outputs }
$file = Join-Path $Folder ('laptop-report-' + (Get-Date).ToUniversalTime().ToString('yyyyMMdd-HHmmss') + '.json')
[IO.File]::WriteAllText($file, ($report | ConvertTo-Json -Depth 4 -Compress), (New-Object Text.UTF8Encoding($false)))
Write-Output $file
