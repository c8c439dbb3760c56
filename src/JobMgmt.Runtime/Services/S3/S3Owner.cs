using System.Security.Cryptography;
using System.Text;
using JobMgmt.Runtime.Hosting;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>The canonical user who owns everything here: the account, as 64 hexadecimal digits.</summary>
internal static class S3Owner
{
    public static JsonObject Of(RuntimeIdentity identity) =>
        JsonObject.Of(("ID", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity.Account)))));
}
