namespace JobMgmt.Aws.Sessions;

/// <summary>Why a session could not be made; stable, for error ids.</summary>
public enum SessionErrorCode
{
    /// <summary>The data folder has no runtime.json: no local runtime runs there.</summary>
    RuntimeNotRunning,

    /// <summary>runtime.json or credentials in the data folder cannot be understood.</summary>
    RuntimeFilesInvalid,

    /// <summary>The profile does not exist.</summary>
    ProfileNotFound,

    /// <summary>The profile exists but gives no credentials.</summary>
    ProfileUnusable,

    /// <summary>Neither parameter, profile, environment nor instance gives credentials.</summary>
    CredentialsNotFound,

    /// <summary>Neither parameter, profile, environment nor instance gives a region.</summary>
    RegionNotFound,

    /// <summary>The options contradict each other or one of them is malformed.</summary>
    OptionsInvalid,
}
