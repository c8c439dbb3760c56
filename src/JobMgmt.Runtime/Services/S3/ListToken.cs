using System.Buffers.Text;
using System.Text;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>Continuation tokens: the last key of the page before, made opaque.</summary>
internal static class ListToken
{
    public static string Write(string last) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(last));

    public static string Read(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        }
        catch (FormatException)
        {
            throw S3Errors.InvalidArgument("The continuation token provided is incorrect", "continuation-token", token);
        }
    }
}
